package io.personaagent.core.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
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
}
