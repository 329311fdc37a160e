package io.personaagent.core.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears a model speak and passes it on, always on the turn's thread: at once when the model speaks there, through a queue when it has a
 * thread of its own. The first thing that ends the answer counts; what comes later is not heard.
 */
final class StreamedAnswer implements StreamingChatResponseHandler {

    private final Thread turn = Thread.currentThread();
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Consumer<String> pieces;

    private boolean spoke;
    private @Nullable ChatResponse response;
    private @Nullable Throwable failure;
    private @Nullable RuntimeException refused;

    StreamedAnswer(Consumer<String> pieces) {
        this.pieces = pieces;
    }

    /** Waits until the answer has ended. */
    void await(Duration longest) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + longest.toNanos();
        while (!isOver()) {
            Runnable event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new TimeoutException("the answer took too long");
            }
            event.run();
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** Whether some of the answer was already passed on. */
    boolean spoke() {
        return spoke;
    }

    /** The whole answer; null when it failed. */
    @Nullable
    ChatResponse response() {
        return response;
    }

    /** Why there is no answer; null when there is one. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void onPartialResponse(String piece) {
        deliver(() -> speak(piece));
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        deliver(() -> {
            speak(piece.text());
            if (isOver()) {
                cancel(context.streamingHandle());
            }
        });
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        deliver(() -> response = complete);
    }

    @Override
    public void onError(Throwable error) {
        deliver(() -> failure = error);
    }

    private boolean isOver() {
        return response != null || failure != null || refused != null;
    }

    private void deliver(Runnable event) {
        if (Thread.currentThread() != turn) {
            events.add(event);
        } else if (!isOver()) {
            event.run();
        }
    }

    private void speak(String piece) {
        try {
            spoke |= !piece.isEmpty();
            pieces.accept(piece);
        } catch (RuntimeException listenerEndsTheTurn) {
            refused = listenerEndsTheTurn;
        }
    }

    private static void cancel(StreamingHandle handle) {
        try {
            handle.cancel();
        } catch (RuntimeException unsupported) {
            // Some providers cannot be stopped; then the rest of the stream is read and not heard.
        }
    }
}
