package io.personaagent.plugins.files;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.util.Map;

/** Calls the tools by name, as the host does, and gives what they say. */
record Desk(ToolSettings settings) {

    static final Desk USUAL = new Desk(ToolSettings.NONE);

    String call(String name, Map<String, ?> arguments, ToolContext context) {
        try {
            return tool(name)
                    .call(Arguments.of(arguments), context)
                    .fold(ToolResult.Done::text, failed -> failed.fault() + " " + failed.message());
        } catch (BadArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    Tool tool(String name) {
        return new FilesProvider()
                .tools(settings).stream()
                        .filter(tool -> tool.spec().name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
