package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.tools.ToolSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a model replied: calls, native or printed as text, or an answer with the memories it cites. Thread-safe. */
final class ReplyReader {

    static final String CUT_OFF = "\n\n(the answer was cut off: the model's output limit was reached)";

    private static final Pattern THINKING = Pattern.compile("(?s)\\A\\s*<think>.*?</think>");
    private static final Pattern CITATION = Pattern.compile("\\[(m\\d{1,3}(?:\\s*[,;]\\s*m\\d{1,3}){0,20})]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final CallJson json;
    private final CallReader calls;

    ReplyReader(CallJson json) {
        this.json = json;
        this.calls = new CallReader(json);
    }

    Reading read(ChatResponse response, Situation situation) {
        AiMessage reply = response.aiMessage();
        if (reply.hasToolExecutionRequests()) {
            return calls.read(reply.toolExecutionRequests(), situation);
        }
        String text = reply.text() == null
                ? ""
                : THINKING.matcher(reply.text()).replaceFirst("").strip();
        if (text.isEmpty()) {
            return silence(response.finishReason());
        }
        if (Asking.isAsked(text)) {
            return Asking.read(text, situation.background().questions());
        }
        List<ToolExecutionRequest> printed = printed(text, situation);
        if (!printed.isEmpty()) {
            return calls.read(printed, situation);
        }
        return text.contains("<tool_call>") ? garbled(text) : said(text, response.finishReason(), situation);
    }

    private List<ToolExecutionRequest> printed(String text, Situation situation) {
        Set<String> offered = situation.tools().stream().map(ToolSpec::name).collect(Collectors.toSet());
        return new TextCalls(json, offered).in(text);
    }

    private static Reading said(String text, @Nullable FinishReason reason, Situation situation) {
        String remark = reason == FinishReason.LENGTH ? CUT_OFF : "";
        List<EpisodeId> cited = cites(text, situation.background().recalled());
        return new Reading.Said(text, remark, new Step.Answer(text + remark, cited));
    }

    private static List<EpisodeId> cites(String text, List<Recollection> recalled) {
        Set<EpisodeId> cited = new LinkedHashSet<>();
        Matcher citation = CITATION.matcher(text);
        while (citation.find()) {
            NUMBER.matcher(citation.group(1))
                    .results()
                    .map(number -> Integer.parseInt(number.group()))
                    .filter(number -> number >= 1 && number <= recalled.size())
                    .forEach(number ->
                            cited.addAll(recalled.get(number - 1).source().evidence()));
        }
        return List.copyOf(cited);
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

    private static Reading garbled(String text) {
        List<ChatMessage> correction = List.of(
                AiMessage.from(text),
                UserMessage.from(
                        "That call cannot be read. Call one of the tools you were given, with its arguments as a JSON object, or answer my message."));
        return new Reading.Unusable("asked for a call that cannot be read", correction);
    }
}
