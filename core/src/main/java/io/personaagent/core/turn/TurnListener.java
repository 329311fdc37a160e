package io.personaagent.core.turn;

import io.personaagent.core.model.Usage;
import java.time.Duration;
import java.util.function.Consumer;

/** Hears of a turn while it goes on. Called from the turn's thread; an exception ends the turn. */
public interface TurnListener {

    /**
     * The planner begins to decide.
     *
     * @param step counted from 1
     */
    default void thinking(int step) {}

    /** A piece of the answer, as a model speaks it. What was heard before a step that uses tools is not part of the answer. */
    default void text(String piece) {}

    /** The model is not told all, because its context has no room for it. */
    default void shortened(Shortening shortening) {}

    /** A model was asked, and answered. */
    default void asked(Asking asking) {}

    /** The planner decided; where it wants calls, they run next. */
    default void decided(Step step) {}

    /** The planner asked for calls; they run next. */
    default void using(Step.UseTools step) {}

    /** The person is asked whether a call of this step may be made; the turn waits for them. */
    default void waiting(Step.UseTools step) {}

    /** A call has ended. */
    default void observed(Observation observation) {}

    /** A model was asked, and took this. */
    default void spent(Usage usage) {}

    /** Another model than the one that is meant for it answered; why, in one sentence for the person. */
    default void detour(String why) {}

    /** How long the turn may still take, for who asks a model; a day where nobody counts. */
    default Duration left() {
        return Duration.ofDays(1);
    }

    /** The turn has ended, and is in the log. */
    default void ended(Reply reply) {}

    static TurnListener none() {
        return new TurnListener() {};
    }

    /** Hears of a turn as one event after the other. */
    static TurnListener of(Consumer<TurnEvent> events) {
        return new EventTeller(events);
    }
}
