package io.personaagent.core.tool;

import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.ToolSpec;

/** Asks the person whether a call may be made. */
public interface Asker {

    /** Whether the person said yes. Anything else, also that nobody is there to ask, is a no. */
    boolean allows(ToolSpec spec, ToolCall call);

    /** For where there is nobody to ask: always no. */
    static Asker nobodyThere() {
        return (spec, call) -> false;
    }
}
