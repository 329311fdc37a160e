package io.personaagent.app.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs turns in a thread of their own, so that one can be cancelled without ending the program. */
final class TurnThread {

    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    /** Runs the turn and waits for its end; a cancelled turn ends as well, and is logged before this returns. */
    <T> T run(Supplier<T> turn) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, turn), "turn");
        thread.setDaemon(true);
        running.set(thread);
        thread.start();
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw unwrapped(failed);
        } finally {
            running.set(null);
        }
    }

    /** Interrupts the turn that is going on; false when there is none. */
    boolean cancel() {
        Thread thread = running.get();
        if (thread == null) {
            return false;
        }
        thread.interrupt();
        return true;
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> turn) {
        try {
            result.complete(turn.get());
        } catch (RuntimeException | Error failed) {
            result.completeExceptionally(failed);
        }
    }

    private static RuntimeException unwrapped(CompletionException failed) {
        return failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
}
