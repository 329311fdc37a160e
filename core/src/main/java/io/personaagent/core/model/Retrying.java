package io.personaagent.core.model;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server again where that may help and nobody has heard anything of an answer yet: when it says "not now" or breaks the connection
 * before its first byte. A server that is not there, that says no, or that is late is not asked again. Thread-safe.
 */
final class Retrying {

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);

    private final Stamina stamina;
    private final Pauses pauses;
    private final Tally tally;

    Retrying(Stamina stamina, Pauses pauses, Tally tally) {
        this.stamina = stamina;
        this.pauses = pauses;
        this.tally = tally;
    }

    /** Asks a server once. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /** What the attempt brings, until the stopwatch says that there is no time for another one. */
    <T> T call(Stopwatch stopwatch, Attempt<T> attempt) throws IOException, InterruptedException {
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .withMaxRetries(stamina.retries())
                .handle(AgainException.class)
                .withDelayFnOn(context -> pause(context.getLastException()), AgainException.class)
                .onRetry(event -> tally.retried())
                .build();
        try {
            return Failsafe.with(policy).get(context -> attempt(attempt, stopwatch, context.getAttemptCount() + 1));
        } catch (AgainException over) {
            throw broken(over.reason());
        } catch (FailsafeException wrapped) {
            throw unwrapped(wrapped);
        }
    }

    private <T> T attempt(Attempt<T> attempt, Stopwatch stopwatch, int number)
            throws IOException, InterruptedException {
        try {
            return attempt.make();
        } catch (RefusedException refusal) {
            if (!RefusedException.isForNow(refusal.statusCode())) {
                throw refusal;
            }
            throw again(refusal, pauses.after(number, refusal.retryAfter()), stopwatch);
        } catch (IOException broken) {
            if (!isReset(broken)) {
                throw broken;
            }
            throw again(new ResetException(broken), pauses.after(number, ""), stopwatch);
        }
    }

    private AgainException again(Exception reason, Duration pause, Stopwatch stopwatch) throws IOException {
        if (pause.compareTo(stamina.longestPause()) > 0 || pause.compareTo(stopwatch.left()) >= 0) {
            throw broken(reason);
        }
        LOG.info("A model server did not answer; it may be asked again in {} ms", pause.toMillis());
        return new AgainException(reason, pause);
    }

    private static IOException broken(Exception reason) {
        if (reason instanceof RefusedException refusal) {
            throw refusal;
        }
        return reason instanceof IOException broken ? broken : new IOException(reason);
    }

    private static boolean isReset(IOException broken) {
        return !(broken instanceof HttpTimeoutException
                || broken instanceof ConnectException
                || broken instanceof UnknownHostException
                || broken.getCause() instanceof UnresolvedAddressException);
    }

    private static Duration pause(Throwable again) {
        return ((AgainException) again).pause();
    }

    /** Failsafe wraps what is checked, and sets the interrupt again that it tells of. */
    private static IOException unwrapped(FailsafeException wrapped) throws InterruptedException {
        if (wrapped.getCause() instanceof InterruptedException cancelled) {
            Thread.interrupted();
            throw cancelled;
        }
        return wrapped.getCause() instanceof IOException broken ? broken : new IOException(wrapped);
    }

    /** It is worth asking again, after a pause. */
    private static final class AgainException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Exception reason;
        private final Duration pause;

        AgainException(Exception reason, Duration pause) {
            super(reason);
            this.reason = reason;
            this.pause = pause;
        }

        Exception reason() {
            return reason;
        }

        Duration pause() {
            return pause;
        }
    }
}
