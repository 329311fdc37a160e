package io.personaagent.core.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Simulator;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets background work go on only where nobody is being answered, and nobody has just been: who is in the middle of a conversation says the
 * next thing soon, and a step that has begun is not broken off. The priority of a thread would not do, most systems do not look at it.
 * Thread-safe.
 */
public final class Quiet {

    private final long rest;
    private final LongSupplier nanoTime;
    private int turns;
    private boolean began;
    private long ended;

    /** One that waits for no longer than a turn takes. */
    public Quiet() {
        this(Duration.ZERO, System::nanoTime);
    }

    /**
     * One that waits longer.
     *
     * @param rest how long nobody must have been answered
     * @param nanoTime a clock that only ever goes forward
     */
    public Quiet(Duration rest, LongSupplier nanoTime) {
        this.rest = rest.toNanos();
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
    }

    /** Somebody is being answered from now on. */
    synchronized void begin() {
        turns++;
        began = true;
    }

    /** They have been. */
    synchronized void end() {
        turns--;
        ended = nanoTime.getAsLong();
        notifyAll();
    }

    /**
     * Waits until nobody is being answered, and has rested.
     *
     * @throws CancellationException when the thread is interrupted, which it stays
     */
    synchronized void await() {
        try {
            for (long left = left(); left > 0; left = left()) {
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }

    /** How long it must wait at least; a turn may take as long as it likes, and tells of its end. */
    private synchronized long left() {
        if (turns > 0) {
            return Long.MAX_VALUE;
        }
        return began ? rest - (nanoTime.getAsLong() - ended) : 0;
    }

    /** The same agent, which waits before each answer. */
    public Simulator between(Simulator simulator) {
        requireNonNull(simulator, "simulator");
        return (persona, rehearsal, meter) -> {
            await();
            return simulator.answer(persona, rehearsal, meter);
        };
    }

    /** The same aligner, which waits before it begins. */
    public Aligner between(Aligner aligner) {
        requireNonNull(aligner, "aligner");
        return new Aligner() {
            @Override
            public String name() {
                return aligner.name();
            }

            @Override
            public Map<String, String> prompts() {
                return aligner.prompts();
            }

            @Override
            public Draft improve(Lesson lesson, Meter meter) {
                await();
                return aligner.improve(lesson, meter);
            }
        };
    }
}
