package io.personaagent.plugins.contacts;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.util.Map;

/** A provider whose tools are called by name. */
record Calls(ContactsProvider provider, ToolSettings settings) {

    Calls() {
        this(new ContactsProvider(), ToolSettings.NONE);
    }

    String call(String name, Map<String, String> arguments, ToolContext context) {
        return provider.tools(settings).stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow()
                .call(Arguments.of(arguments), context)
                .fold(ToolResult.Done::text, ToolResult.Failed::message);
    }
}
