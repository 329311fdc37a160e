package io.personaagent.core.contract;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A model that follows a script, one entry for each request, and remembers what it was asked. The last entry is repeated when the script
 * is at its end. Streams word by word on the caller's thread.
 */
public final class ScriptedChatModel implements ChatModel, StreamingChatModel {

    private final Deque<Function<ChatRequest, ChatResponse>> script = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();

    /** Then it says this. */
    public ScriptedChatModel text(String text) {
        return reply(AiMessage.from(text), FinishReason.STOP);
    }

    /** Then it asks for these calls. */
    public ScriptedChatModel calls(ToolExecutionRequest... calls) {
        return reply(AiMessage.from(calls), FinishReason.TOOL_EXECUTION);
    }

    /** Then it replies this, for this reason. */
    public ScriptedChatModel reply(AiMessage message, FinishReason reason) {
        return then(request -> ChatResponse.builder()
                .aiMessage(message)
                .finishReason(reason)
                .tokenUsage(new TokenUsage(100, 10))
                .build());
    }

    /** Then it fails. */
    public ScriptedChatModel fails(RuntimeException failure) {
        return then(request -> {
            throw failure;
        });
    }

    /** Then it does this. */
    public synchronized ScriptedChatModel then(Function<ChatRequest, ChatResponse> reply) {
        script.add(reply);
        return this;
    }

    /** A call as a model asks for it. */
    public static ToolExecutionRequest call(String id, String tool, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(tool)
                .arguments(arguments)
                .build();
    }

    /** What it was asked, in order. */
    public synchronized List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public ChatResponse chat(ChatRequest request) {
        return next(request).apply(request);
    }

    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        ChatResponse response;
        try {
            response = chat(request);
        } catch (RuntimeException failure) {
            handler.onError(failure);
            return;
        }
        String text = response.aiMessage().text();
        if (text != null) {
            for (String word : text.split("(?<= )", -1)) {
                handler.onPartialResponse(word);
            }
        }
        handler.onCompleteResponse(response);
    }

    private synchronized Function<ChatRequest, ChatResponse> next(ChatRequest request) {
        requests.add(request);
        Function<ChatRequest, ChatResponse> next = script.size() > 1 ? script.poll() : script.peek();
        if (next == null) {
            throw new IllegalStateException("the model was asked, but its script is empty");
        }
        return next;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().build();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return List.of();
    }

    @Override
    public ModelProvider provider() {
        return ModelProvider.OTHER;
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of();
    }
}
