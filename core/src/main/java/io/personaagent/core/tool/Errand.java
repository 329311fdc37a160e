package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;

/**
 * On whose behalf a step's calls are made.
 *
 * @param deadline the turn's
 * @param use who sees what the tools find, and what the person asked
 * @param witness hears which memories they were lent
 * @param pause hears when the person is waited for
 */
public record Errand(TurnDeadline deadline, Use use, Witness witness, Pause pause) {

    public Errand {
        requireNonNull(deadline, "deadline");
        requireNonNull(use, "use");
        requireNonNull(witness, "witness");
        requireNonNull(pause, "pause");
    }

    /** A call that no question of the person stands behind. */
    public static Errand within(TurnDeadline deadline) {
        return new Errand(deadline, Use.of(Purpose.TOOL, ""), Witness.none(), Pause.notKept());
    }

    /** What a tool may be lent memories for. */
    Use useBy(ToolSpec spec) {
        return use.and(purpose(spec));
    }

    private static Purpose purpose(ToolSpec spec) {
        boolean outside = spec.effect() == Effect.EXTERNAL || spec.needs(Permission.Kind.NETWORK);
        return outside ? Purpose.OUTSIDE : Purpose.TOOL;
    }
}
