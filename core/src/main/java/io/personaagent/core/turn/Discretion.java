package io.personaagent.core.turn;

import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.boundary.Withheld;
import java.util.List;

/**
 * What was held back in a turn.
 *
 * @param withheld memories that who decided was not shown
 * @param notKept secrets that were said and are not in the log
 */
public record Discretion(List<Withheld> withheld, List<Secret> notKept) {

    /** Nothing was. */
    public static final Discretion NONE = new Discretion(List.of(), List.of());

    public Discretion {
        withheld = List.copyOf(withheld);
        notKept = List.copyOf(notKept);
    }

    /** What the person is told of what was not kept; empty when all was. */
    public String told() {
        return notKept.isEmpty() ? "" : "I did not keep %s.".formatted(Secret.told(notKept));
    }
}
