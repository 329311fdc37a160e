package io.personaagent.plugins.calendar;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Undo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Calls the tools by name, as the host does, and gives what they say. */
record Desk(List<Tool> tools) {

    static Desk usual() {
        return with(Map.of());
    }

    static Desk with(Map<String, String> settings) {
        return new Desk(new CalendarProvider().tools(new ToolSettings(settings)));
    }

    String call(String name, Map<String, ?> arguments, ToolContext context) {
        try {
            return tool(name)
                    .call(Arguments.of(arguments), context)
                    .fold(ToolResult.Done::text, failed -> failed.fault() + " " + failed.message());
        } catch (BadArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    Undo undo(String name, Map<String, ?> arguments, ToolContext context) {
        return tool(name).call(Arguments.of(arguments), context).fold(ToolResult.Done::undo, failed -> Undo.NONE);
    }

    Tool tool(String name) {
        return tools.stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Puts a calendar where the person's own is; lines of events, without what stands around them. */
    static void write(String events, ToolContext context) {
        try {
            Files.writeString(context.workspace().resolve("calendar.ics"), calendar(events));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String calendar(String events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n"
                + events.strip().replaceAll("\n\\s*", "\r\n") + "\r\nEND:VCALENDAR\r\n";
    }

    static String text(ToolContext context) {
        try {
            return Files.readString(context.workspace().resolve("calendar.ics"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
