package io.personaagent.core.tool;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.ToolSpec;

/** Decides whether a call may be made. What a model, a memory or a tool's output says is never an approval. */
public interface Approvals {

    /**
     * Called from the turn's thread, one call after the other; may wait for the person.
     *
     * @param pause is told before the person is waited for
     */
    Ruling decide(ToolSpec spec, ToolCall call, Influence influence, Pause pause);
}
