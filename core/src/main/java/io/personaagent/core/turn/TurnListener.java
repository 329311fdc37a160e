package io.personaagent.core.turn;

/** Hears of a turn while it goes on. Called from the turn's thread; an exception ends the turn. */
public interface TurnListener {

    /** A piece of the answer, as a model speaks it. What was heard before a step that uses tools is not part of the answer. */
    default void text(String piece) {}

    /** A model was asked, and answered. */
    default void asked(Asking asking) {}

    /** The planner decided; where it wants calls, they run next. */
    default void decided(Step step) {}

    /** The planner asked for calls; they run next. */
    default void using(Step.UseTools step) {}

    /** A call has ended. */
    default void observed(Observation observation) {}

    /** A model was asked: so many tokens went in and came out, counted by the model or, if it does not count, estimated. */
    default void spent(long inputTokens, long outputTokens) {}

    static TurnListener none() {
        return new TurnListener() {};
    }
}
