package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.model.Usage;

/** Something that happens in a turn; all that a front door can show while it goes on. */
public sealed interface TurnEvent {

    /** Lets a listener hear it. */
    void tell(TurnListener listener);

    /**
     * The planner begins to decide.
     *
     * @param step counted from 1
     */
    record Thinking(int step) implements TurnEvent {
        @Override
        public void tell(TurnListener listener) {
            listener.thinking(step);
        }
    }

    /** A piece of the answer. */
    record Said(String piece) implements TurnEvent {
        public Said {
            requireNonNull(piece, "piece");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.text(piece);
        }
    }

    /** A model is not told all. */
    record Shortened(Shortening shortening) implements TurnEvent {
        public Shortened {
            requireNonNull(shortening, "shortening");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.shortened(shortening);
        }
    }

    /** A model was asked, and took this. */
    record Spent(Usage usage) implements TurnEvent {
        public Spent {
            requireNonNull(usage, "usage");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.spent(usage);
        }
    }

    /** Another model than the one that is meant for it answered. */
    record Detour(String why) implements TurnEvent {
        public Detour {
            requireNonNull(why, "why");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.detour(why);
        }
    }

    /** Calls are asked for, and run next. */
    record Using(Step.UseTools step) implements TurnEvent {
        public Using {
            requireNonNull(step, "step");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.using(step);
        }
    }

    /** The person is waited for. */
    record Waiting(Step.UseTools step) implements TurnEvent {
        public Waiting {
            requireNonNull(step, "step");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.waiting(step);
        }
    }

    /** A call has ended. */
    record Observed(Observation observation) implements TurnEvent {
        public Observed {
            requireNonNull(observation, "observation");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.observed(observation);
        }
    }

    /** The turn has ended. */
    record Ended(Reply reply) implements TurnEvent {
        public Ended {
            requireNonNull(reply, "reply");
        }

        @Override
        public void tell(TurnListener listener) {
            listener.ended(reply);
        }
    }
}
