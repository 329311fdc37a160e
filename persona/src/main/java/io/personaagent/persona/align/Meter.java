package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Counts what an alignment costs, and stops it where its budget is spent or its thread is interrupted. For one thread. */
public final class Meter {

    /** What a call of a model was for. */
    public enum Stage {
        /** The agent answered a past question again. */
        SIMULATION,
        /** Textual loss: what should change. */
        GRADIENT,
        /** One rewrite from all feedback. */
        REWRITE,
        /** The gate tried the old persona and the new one. */
        JUDGEMENT
    }

    private final Budget budget;
    private final Clock clock;
    private final Instant began;
    private final Map<Stage, Spent> stages = new EnumMap<>(Stage.class);
    private Stage stage = Stage.SIMULATION;

    public Meter(Budget budget, Clock clock) {
        this(budget, clock, Map.of(), Duration.ZERO);
    }

    /**
     * Of an alignment that is gone on with.
     *
     * @param spent what each stage has cost already
     * @param took how long it has taken already
     */
    public Meter(Budget budget, Clock clock, Map<Stage, Spent> spent, Duration took) {
        this.budget = requireNonNull(budget, "budget");
        this.clock = requireNonNull(clock, "clock");
        this.began = clock.instant().minus(took);
        stages.putAll(spent);
    }

    /** What comes next is for this. */
    public void enter(Stage next) {
        stage = next;
    }

    /**
     * To be called before a model is asked.
     *
     * @throws StoppedException when the budget is spent
     * @throws CancellationException when the thread was interrupted, which it stays
     */
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cancelled");
        }
        Spent all = all();
        if (all.calls() >= budget.modelCalls()) {
            throw new StoppedException("its budget of %,d calls is spent".formatted(budget.modelCalls()));
        }
        if (all.tokens() >= budget.tokens()) {
            throw new StoppedException("its budget of %,d tokens is spent".formatted(budget.tokens()));
        }
        if (took().compareTo(budget.time()) >= 0) {
            throw new StoppedException(
                    "its time of %,d s is over".formatted(budget.time().toSeconds()));
        }
    }

    /** A model was asked once; so many tokens went in and came out. */
    public void count(long input, long output) {
        stages.merge(stage, new Spent(1, input, output), Spent::and);
    }

    /** What each stage has cost so far. */
    public Map<Stage, Spent> stages() {
        return Map.copyOf(stages);
    }

    /** What everything has cost so far. */
    public Spent all() {
        return stages.values().stream().reduce(Spent.NOTHING, Spent::and);
    }

    public Duration took() {
        return Duration.between(began, clock.instant());
    }
}
