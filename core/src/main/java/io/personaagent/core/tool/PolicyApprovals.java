package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.ToolSpec;

/**
 * The rules: reading is free; writing is free unless something that others wrote had a part in it; what reaches outside is always asked
 * for.
 */
public final class PolicyApprovals implements Approvals {

    private final Asker asker;

    public PolicyApprovals(Asker asker) {
        this.asker = requireNonNull(asker, "asker");
    }

    @Override
    public Approval decide(ToolSpec spec, ToolCall call, Influence influence) {
        boolean free =
                switch (spec.effect()) {
                    case READ -> true;
                    case WRITE -> influence == Influence.PERSON;
                    case EXTERNAL -> false;
                };
        if (free) {
            return Approval.POLICY;
        }
        return asker.allows(spec, call) ? Approval.PERSON : Approval.NOBODY;
    }
}
