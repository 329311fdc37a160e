package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A model somewhere else: asks it, lets its words be heard as they come, and says in plain words why it did not answer. Thread-safe. */
public final class RemoteModel implements TalkingModel {

    private final Endpoint endpoint;
    private final Duration patience;
    private final Ways ways;
    private final Meter meter;

    /** How it can be asked. */
    record Ways(ChatModel plain, @Nullable StreamingChatModel streaming) {
        Ways {
            requireNonNull(plain, "plain");
        }
    }

    /** A model that answers in one piece. */
    public RemoteModel(Endpoint endpoint, Duration patience, ChatModel plain) {
        this(endpoint, patience, new Ways(plain, null), Meter.unread());
    }

    /**
     * A model that speaks as it thinks.
     *
     * @param patience how long to wait for a whole answer
     * @param plain asked instead when the server turns out not to stream
     */
    public RemoteModel(Endpoint endpoint, Duration patience, ChatModel plain, StreamingChatModel streaming) {
        this(endpoint, patience, new Ways(plain, requireNonNull(streaming, "streaming")), Meter.unread());
    }

    RemoteModel(Endpoint endpoint, Duration patience, Ways ways, Meter meter) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        this.patience = requireNonNull(patience, "patience");
        this.ways = ways;
        this.meter = meter;
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
        return answer(request, pieces, Within.FOREVER).response();
    }

    @Override
    public Answer answer(ChatRequest request, Consumer<String> pieces, Duration within) {
        if (Thread.interrupted()) {
            throw new CancellationException("cancelled");
        }
        meter.tally().called();
        ChatResponse response = meter.within().doing(within, () -> response(request, pieces));
        Usage usage = Usage.of(endpoint.table(), name(), meter.price(), request, response);
        meter.tally().answered(usage);
        return new Answer(response, usage, List.of());
    }

    @Override
    public void mended(Usage answer, int calls) {
        meter.tally().mended(calls);
    }

    /** Another model is asked instead. */
    void passedOver() {
        meter.tally().passedOver();
    }

    private ChatResponse response(ChatRequest request, Consumer<String> pieces) {
        StreamingChatModel streaming = ways.streaming();
        return streaming == null ? askPlainly(request) : askStreaming(streaming, request, pieces);
    }

    private ChatResponse askPlainly(ChatRequest request) {
        try {
            return ended(ways.plain().chat(request));
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
            throw new IncompleteException(Failures.brokenOff(endpoint), reason);
        }
        if (Failures.mayAnswerInOnePiece(reason)) {
            meter.tally().retried();
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

    /** An answer in one piece was not cut; but whether it is all that the model had to say, its server did not tell. */
    private static ChatResponse ended(ChatResponse response) {
        return isWhole(response)
                ? response
                : ChatResponse.builder()
                        .aiMessage(response.aiMessage())
                        .tokenUsage(response.tokenUsage())
                        .finishReason(FinishReason.OTHER)
                        .build();
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
