package io.personaagent.core.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body that ends: by itself, at a size, or at a time. The JDK's own time limit ends with the headers, so that a server which
 * stops talking in mid-answer would be waited for without end.
 */
final class BoundedBody extends FilterInputStream {

    private final long maxBytes;
    private final CompletableFuture<Boolean> alarm;
    private long read;

    BoundedBody(InputStream body, long maxBytes, Duration left) {
        super(body);
        this.maxBytes = maxBytes;
        this.alarm = new CompletableFuture<Boolean>()
                .completeOnTimeout(true, Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = alarm.thenAccept(this::closeLate);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException broken) {
            throw alarm.getNow(false) ? late(broken) : broken;
        }
        if (alarm.getNow(false)) {
            throw late(null);
        }
        read += Math.max(0, count);
        if (read > maxBytes) {
            throw new OversizedException(maxBytes);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        alarm.complete(false);
        super.close();
    }

    private void closeLate(boolean late) {
        if (late) {
            try {
                in.close();
            } catch (IOException nothingMoreToClose) {
                // The reader is told that time ran out; that closing failed as well helps nobody.
            }
        }
    }

    private static IOException late(@Nullable IOException cause) {
        IOException late = new HttpTimeoutException("the answer took too long");
        if (cause != null) {
            late.initCause(cause);
        }
        return late;
    }

    /** A body had more bytes than anybody would read. */
    static final class OversizedException extends IOException {

        private static final long serialVersionUID = 1;

        OversizedException(long maxBytes) {
            super("the body has more than %,d bytes".formatted(maxBytes));
        }
    }
}
