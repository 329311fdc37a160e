package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a planner says that it went by when it chose the arguments of a call.
 *
 * @param reasons in the order in which they were given
 * @param unknown how many more it named that there are not
 */
public record Because(List<Reason> reasons, int unknown) {

    /** Nothing was said. */
    public static final Because NONE = new Because(List.of(), 0);

    public Because {
        reasons = List.copyOf(reasons);
    }

    /**
     * One thing that decided one argument.
     *
     * @param argument its name; empty where the call as a whole was meant
     * @param ground what decided it, as the planner says
     * @param confirmed whether what the argument says stands in the ground's own words
     */
    public record Reason(String argument, Ground ground, boolean confirmed) {
        public Reason {
            requireNonNull(argument, "argument");
            requireNonNull(ground, "ground");
        }
    }
}
