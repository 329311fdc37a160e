package io.personaagent.plugins.calendar;

import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.stream.Stream;
import org.pf4j.Extension;

/** Says what is in a person's calendar, finds free time, and changes it. */
@Extension
public final class CalendarProvider implements ToolProvider {

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        CalendarSettings read = CalendarSettings.of(settings);
        Calendars calendars = new Calendars(read);
        List<Tool> annotated =
                AnnotatedTools.of(new AgendaTools(calendars), new FreeTimeTool(calendars), new ChangeTools(calendars));
        return Stream.concat(Stream.of(new AddTool(calendars)), annotated.stream())
                .<Tool>map(tool -> new Reaching(tool, read.reaching(tool.spec())))
                .toList();
    }

    /** A tool that says which files of the settings it reaches. */
    private record Reaching(Tool tool, ToolSpec spec) implements Tool {
        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            return tool.call(arguments, context);
        }
    }
}
