package io.personaagent.plugins.clock;

import io.personaagent.plugins.times.Manner;
import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.NoticeSource;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.time.ZonedDateTime;
import java.util.List;
import org.pf4j.Extension;

/** Tells the time, counts days, and keeps reminders until they are due. */
@Extension
public final class ClockProvider implements ToolProvider, NoticeSource {

    private final Reminders reminders = new Reminders();

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        settings.onlyKnowing();
        return AnnotatedTools.of(new TimeTools(), new DateTools(), new ReminderTools(reminders));
    }

    @Override
    public List<String> notices(ToolContext context) {
        Manner manner = Manner.of(context);
        return reminders.takeDue(ZonedDateTime.now(context.clock()), context.shelf()).stream()
                .map(reminder -> "Reminder: %s (set for %s)"
                        .formatted(
                                reminder.text(),
                                manner.moment(
                                        reminder.due().atZone(context.clock().getZone()))))
                .toList();
    }
}
