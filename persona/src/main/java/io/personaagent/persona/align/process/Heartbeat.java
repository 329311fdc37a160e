package io.personaagent.persona.align.process;

import io.personaagent.memory.spi.MemoryException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then that a claim's holder is alive: it may wait for a model for longer than one would wait for it. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Claims claims;
    private final String token;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "alignment-claim");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> beating;

    Heartbeat(Claims claims, String token) {
        this.claims = claims;
        this.token = token;
        long seconds = Claims.HEARTBEAT.toSeconds();
        this.beating = beats.scheduleWithFixedDelay(this::beat, seconds, seconds, TimeUnit.SECONDS);
    }

    String token() {
        return token;
    }

    private void beat() {
        try {
            claims.renew(token);
        } catch (MemoryException failed) {
            LOG.debug("the claim could not be renewed", failed);
        }
    }

    @Override
    public void close() {
        beating.cancel(false);
        beats.shutdownNow();
    }
}
