package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A model somewhere else: asks it, lets its words be heard as they come, and says in plain words why it did not answer. Thread-safe. */
public final class RemoteModel implements TalkingModel {

    private final Endpoint endpoint;
    private final Duration patience;
    private final ChatModel plain;
    private final @Nullable StreamingChatModel streaming;

    /** A model that answers in one piece. */
    public RemoteModel(Endpoint endpoint, Duration patience, ChatModel plain) {
        this(endpoint, patience, plain, null);
    }

    /**
     * A model that speaks as it thinks.
     *
     * @param patience how long to wait for a whole answer
     * @param plain asked instead when the server turns out not to stream
     */
    public RemoteModel(Endpoint endpoint, Duration patience, ChatModel plain, @Nullable StreamingChatModel streaming) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        this.patience = requireNonNull(patience, "patience");
        this.plain = requireNonNull(plain, "plain");
        this.streaming = streaming;
    }

    @Override
    public String name() {
        return endpoint.model();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public ChatResponse ask(ChatRequest request, Consumer<String> pieces) {
        if (Thread.interrupted()) {
            throw new CancellationException("cancelled");
        }
        return streaming == null ? askPlainly(request) : askStreaming(streaming, request, pieces);
    }

    private ChatResponse askPlainly(ChatRequest request) {
        try {
            return plain.chat(request);
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private ChatResponse askStreaming(StreamingChatModel model, ChatRequest request, Consumer<String> pieces) {
        StreamedAnswer answer = new StreamedAnswer(pieces);
        Throwable failure = stream(model, request, answer);
        ChatResponse response = answer.response();
        if (failure == null && response != null && isWhole(response)) {
            return response;
        }
        Throwable reason = failure == null ? new BrokenOffException() : failure;
        if (Failures.isInterrupt(reason)) {
            throw explained(reason);
        }
        if (answer.spoke()) {
            throw new ModelException(Failures.brokenOff(endpoint), reason);
        }
        if (Failures.mayAnswerInOnePiece(reason)) {
            return askPlainly(request);
        }
        throw explained(reason);
    }

    private @Nullable Throwable stream(StreamingChatModel model, ChatRequest request, StreamedAnswer answer) {
        try {
            model.chat(request, answer);
        } catch (RuntimeException failure) {
            return failure;
        }
        try {
            answer.await(patience);
            return answer.failure();
        } catch (InterruptedException | TimeoutException failure) {
            return failure;
        }
    }

    /** A stream that ends without saying why it ended was cut. */
    private static boolean isWhole(ChatResponse response) {
        return response.finishReason() != null;
    }

    private RuntimeException explained(Throwable failure) {
        if (Failures.isInterrupt(failure)) {
            return new CancellationException("cancelled");
        }
        return new ModelException(Failures.explain(failure, endpoint, patience), failure);
    }

    private static final class BrokenOffException extends RuntimeException {

        private static final long serialVersionUID = 1;

        BrokenOffException() {
            super("the stream ended before the answer did");
        }
    }
}
