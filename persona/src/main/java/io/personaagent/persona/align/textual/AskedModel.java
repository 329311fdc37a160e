package io.personaagent.persona.align.textual;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.personaagent.memory.text.Tokens;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.StoppedException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A chat model within a budget. Thread-safe if the model is. */
public final class AskedModel {

    /** A longer answer is no answer to what is asked here, and must not fill the next prompt. */
    private static final int LONGEST = 100_000;

    private static final Pattern THINKING = Pattern.compile("(?s)\\A\\s*<think>.*?</think>");

    private final ChatModel model;

    public AskedModel(ChatModel model) {
        this.model = requireNonNull(model, "model");
    }

    /**
     * What the model says, without what it thought aloud before.
     *
     * @throws StoppedException when it does not answer, or the budget is spent
     */
    public String say(List<ChatMessage> messages, Meter meter) {
        meter.check();
        ChatResponse response = response(messages);
        String said =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        TokenUsage usage = response.tokenUsage();
        meter.count(
                counted(usage == null ? null : usage.inputTokenCount(), messages.toString()),
                counted(usage == null ? null : usage.outputTokenCount(), said));
        if (said.length() > LONGEST) {
            throw new StoppedException(
                    "the model answered with %,d characters; %,d are the most".formatted(said.length(), LONGEST));
        }
        return THINKING.matcher(said).replaceFirst("").strip();
    }

    private ChatResponse response(List<ChatMessage> messages) {
        try {
            return model.chat(messages);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            throw new StoppedException(
                    "the model did not answer: "
                            + (failure.getMessage() == null
                                    ? failure.getClass().getSimpleName()
                                    : failure.getMessage()),
                    failure);
        }
    }

    private static long counted(@Nullable Integer count, String text) {
        return count == null || count <= 0 ? Tokens.about(text) : count;
    }
}
