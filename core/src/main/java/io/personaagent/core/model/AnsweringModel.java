package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** A model as LangChain4j's own interface: what goes wrong is thrown as a {@link ModelException}, in plain words. Thread-safe. */
public final class AnsweringModel implements ChatModel {

    private final TalkingModel model;

    public AnsweringModel(TalkingModel model) {
        this.model = requireNonNull(model, "model");
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return model.ask(request, piece -> {});
    }
}
