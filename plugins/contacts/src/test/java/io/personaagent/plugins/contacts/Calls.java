package io.personaagent.plugins.contacts;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Undo;
import java.util.Map;

/** A provider whose tools are called by name. */
record Calls(ContactsProvider provider, ToolSettings settings) {

    Calls() {
        this(new ContactsProvider(), ToolSettings.NONE);
    }

    String call(String name, Map<String, ?> arguments, ToolContext context) {
        return result(name, arguments, context).fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    Undo undo(String name, Map<String, ?> arguments, ToolContext context) {
        return result(name, arguments, context).fold(ToolResult.Done::undo, failed -> Undo.NONE);
    }

    private ToolResult result(String name, Map<String, ?> arguments, ToolContext context) {
        return provider.tools(settings).stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow()
                .call(Arguments.of(arguments), context);
    }
}
