package io.personaagent.core.args;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;

/** A tool that does nothing. */
record Plain(ToolSpec spec) implements Tool {
    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        return ToolResult.done("");
    }
}
