package io.personaagent.core.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A model that can be heard while it speaks. Thread-safe. */
public interface TalkingModel {

    /** The model's name, as its server knows it. */
    String name();

    /**
     * The model's answer; waits for it.
     *
     * @param pieces hears the text while it comes, on this thread; nothing when the model answers in one piece
     * @throws ModelException when there is no whole answer
     * @throws CancellationException when the thread was interrupted; the interrupt is used up by that
     */
    ChatResponse ask(ChatRequest request, Consumer<String> pieces);

    /**
     * The model's answer, with who gave it and what it took; waits for it.
     *
     * @param pieces hears the text while it comes, on this thread; nothing when the model answers in one piece
     * @param within how long whoever asks has time for all of it, further attempts and other models included; a model that waits for nobody does not look at it
     * @throws ModelException when there is no whole answer
     * @throws CancellationException when the thread was interrupted; the interrupt is used up by that
     */
    default Answer answer(ChatRequest request, Consumer<String> pieces, Duration within) {
        ChatResponse response = ask(request, pieces);
        return new Answer(response, Usage.of("", name(), Price.NONE, request, response), List.of());
    }

    /** The calls of an answer could only be used after they were mended, so many of them. */
    default void mended(Usage answer, int calls) {}
}
