package io.personaagent.tools;

/** One thing that the agent can do for a person. Safe for use by several threads; keeps nothing about a person between calls. */
public interface Tool {

    /** What this tool is; the same on every call. */
    ToolSpec spec();

    /**
     * Does it. Expected failure is a {@link ToolResult.Failed} or a {@link BadArgumentException}; any other exception counts as a defect
     * of the tool and is reported as such, it never reaches the person as a crash.
     */
    ToolResult call(Arguments arguments, ToolContext context);
}
