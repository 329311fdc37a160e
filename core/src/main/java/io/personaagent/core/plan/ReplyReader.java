package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.turn.Backing;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a model replied: calls, native or printed as text, or an answer with the memories it cites. Thread-safe. */
final class ReplyReader {

    static final String CUT_OFF = "\n\n(the answer was cut off: the model's output limit was reached)";

    static final String FILTERED = "\n\n(the answer was cut off: by its provider's content filter)";

    static final String UNSURE = "\n\n(the model did not say whether this is its whole answer)";

    private static final Pattern THINKING = Pattern.compile("(?s)\\A\\s*<think>.*?</think>");

    private final CallJson json;
    private final CallReader calls;

    ReplyReader(CallJson json) {
        this.json = json;
        this.calls = new CallReader(json);
    }

    /** @param sources what the model was told, by the ids that it may name */
    Reading read(ChatResponse response, Situation situation, Sources sources) {
        AiMessage reply = response.aiMessage();
        if (reply.hasToolExecutionRequests()) {
            return response.finishReason() == FinishReason.LENGTH
                    ? cutOff()
                    : calls.read(reply.toolExecutionRequests(), situation, sources);
        }
        String text = reply.text() == null ? "" : spoken(reply.text());
        if (text.isEmpty()) {
            return silence(response.finishReason());
        }
        if (Asking.isAsked(text)) {
            return Asking.read(text, situation.background().questions());
        }
        List<ToolExecutionRequest> printed = printed(text, situation);
        if (!printed.isEmpty()) {
            return calls.read(printed, situation, sources);
        }
        return text.contains("<tool_call>") ? garbled(text) : said(text, response.finishReason(), sources);
    }

    /** How many of a reply's calls can only be used because they are mended: printed as text, or with arguments that are no JSON as they stand. */
    int mended(ChatResponse response, Situation situation) {
        AiMessage reply = response.aiMessage();
        if (reply.hasToolExecutionRequests()) {
            return (int) reply.toolExecutionRequests().stream()
                    .filter(call -> json.isMended(call.arguments()))
                    .count();
        }
        return reply.text() == null
                ? 0
                : printed(spoken(reply.text()), situation).size();
    }

    /** What the model said, without what it thought aloud before. */
    private static String spoken(String text) {
        return THINKING.matcher(text).replaceFirst("").strip();
    }

    private List<ToolExecutionRequest> printed(String text, Situation situation) {
        Set<String> offered = situation.tools().stream().map(ToolSpec::name).collect(Collectors.toSet());
        return new TextCalls(json, offered).in(text);
    }

    private static Reading said(String text, @Nullable FinishReason reason, Sources sources) {
        Citations citations = new Citations(sources);
        String words = citations.of(text).strip();
        if (words.isEmpty()) {
            return silence(reason);
        }
        String remark = remark(reason);
        Backing backing = new Backing(citations.ids(Ground.Kind.RESULT), citations.unknown());
        return new Reading.Said(
                words,
                remark,
                new Step.Answer(words + remark, citations.episodes(), citations.ids(Ground.Kind.STATEMENT), backing));
    }

    /** What cannot be taken for a whole answer is marked. */
    private static String remark(@Nullable FinishReason reason) {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case LENGTH -> CUT_OFF;
            case CONTENT_FILTER -> FILTERED;
            case OTHER -> UNSURE;
            case STOP, TOOL_EXECUTION -> "";
        };
    }

    private static Reading silence(@Nullable FinishReason reason) {
        if (reason == FinishReason.LENGTH) {
            return again("reached its output limit before it said anything; raise model.max_output_tokens");
        }
        return again(
                reason == FinishReason.CONTENT_FILTER
                        ? "was not allowed to answer by its provider's content filter"
                        : "answered nothing");
    }

    private static Reading again(String problem) {
        return new Reading.Unusable(
                problem,
                List.of(
                        AiMessage.from("(nothing)"),
                        UserMessage.from("Your answer was empty. Answer my message, or call a tool.")));
    }

    private static Reading cutOff() {
        return new Reading.Unusable(
                "reached its output limit amid its calls; raise model.max_output_tokens",
                List.of(
                        AiMessage.from("(calls that were cut off)"),
                        UserMessage.from(
                                "Your calls were cut off, because an answer can only be so long. Make fewer or shorter ones, or answer my message.")));
    }

    private static Reading garbled(String text) {
        List<ChatMessage> correction = List.of(
                AiMessage.from(text),
                UserMessage.from(
                        "That call cannot be read. Call one of the tools you were given, with its arguments as a JSON object, or answer my message."));
        return new Reading.Unusable("asked for a call that cannot be read", correction);
    }
}
