package io.personaagent.core.tool;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;

/** Allows what neither changes anything nor reaches anything, and nothing else; nobody is asked. */
public final class Harmless implements Approvals {

    /** Whether a call of the tool leaves no trace anywhere: it reads, and needs nothing but what it is lent of memory. */
    public static boolean is(ToolSpec spec) {
        return spec.effect() == Effect.READ
                && spec.permissions().stream().allMatch(needed -> needed.kind() == Permission.Kind.MEMORY);
    }

    @Override
    public Ruling decide(ToolSpec spec, ToolCall call, Influence influence, Pause pause) {
        return is(spec) ? Ruling.allowed(Approval.POLICY) : Ruling.refused();
    }
}
