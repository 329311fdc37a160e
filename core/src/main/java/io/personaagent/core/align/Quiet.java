package io.personaagent.core.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Simulator;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Lets background work go on only between turns: it waits before its next step while somebody is being answered. The priority of a thread
 * would not do, most systems do not look at it. Thread-safe.
 */
public final class Quiet {

    private int turns;

    /** Somebody is being answered from now on. */
    synchronized void begin() {
        turns++;
    }

    /** They have been. */
    synchronized void end() {
        turns--;
        notifyAll();
    }

    /**
     * Waits until nobody is being answered.
     *
     * @throws CancellationException when the thread is interrupted, which it stays
     */
    synchronized void await() {
        try {
            while (turns > 0) {
                wait();
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
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
