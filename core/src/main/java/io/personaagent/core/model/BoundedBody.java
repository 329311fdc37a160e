package io.personaagent.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body that ends: by itself, at a size, at a time, or when its reader is interrupted. The JDK's own stream knows only the first:
 * its time limit ends with the headers, and while it waits for more it swallows interrupts.
 */
final class BoundedBody extends InputStream implements BodySubscriber<BoundedBody> {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Part END = new Part(List.of(), true, null);

    private final long maxBytes;
    private final Stopwatch stopwatch;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();

    private long received;
    private boolean ended;
    private boolean hurried;

    /** Some bytes, or the end: with a failure or without. */
    private record Part(List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

    /** @param stopwatch says how long to wait for the next bytes */
    BoundedBody(long maxBytes, Stopwatch stopwatch) {
        this.maxBytes = maxBytes;
        this.stopwatch = stopwatch;
    }

    /** All that matters has been read: the rest is waited for a moment only, so that the connection can be used again. */
    void hurry() {
        hurried = true;
    }

    @Override
    public CompletionStage<BoundedBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription.complete(subscribed);
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        parts.add(new Part(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        parts.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!ended && !hasUnread()) {
            take(next());
        }
        if (!hasUnread()) {
            return -1;
        }
        ByteBuffer bytes = unread.element();
        int count = Math.min(length, bytes.remaining());
        bytes.get(buffer, offset, count);
        return count;
    }

    @Override
    public void close() {
        ended = true;
        unread.clear();
        Flow.Subscription subscribed = subscription.getNow(null);
        if (subscribed != null) {
            subscribed.cancel();
        }
    }

    private boolean hasUnread() {
        while (!unread.isEmpty() && !unread.element().hasRemaining()) {
            unread.remove();
        }
        return !unread.isEmpty();
    }

    private Part next() throws IOException {
        Stopwatch.Wait wait = stopwatch.next();
        Duration longest = hurried ? A_MOMENT : wait.left();
        try {
            Part next = parts.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
            if (next != null) {
                stopwatch.heard();
                return next;
            }
        } catch (InterruptedException cancelled) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException(cancelled);
        }
        close();
        if (hurried) {
            return END;
        }
        throw wait.late();
    }

    private void take(Part part) throws IOException {
        if (part.failure() != null) {
            throw new IOException("the connection broke", part.failure());
        }
        ended = part.last();
        part.bytes().forEach(bytes -> received += bytes.remaining());
        if (received > maxBytes) {
            close();
            throw new OversizedException(maxBytes);
        }
        unread.addAll(part.bytes());
        subscription.join().request(1);
    }

    /** A body had more bytes than anybody would read. */
    static final class OversizedException extends IOException {

        private static final long serialVersionUID = 1;

        OversizedException(long maxBytes) {
            super("the body has more than %,d bytes".formatted(maxBytes));
        }
    }
}
