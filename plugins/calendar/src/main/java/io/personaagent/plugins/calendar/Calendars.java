package io.personaagent.plugins.calendar;

import biweekly.ICalendar;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calendars of a person: the one in their workspace, and the file of another program that the settings name. */
final class Calendars {

    private final CalendarSettings settings;
    private final Object lock = new Object();

    Calendars(CalendarSettings settings) {
        this.settings = settings;
    }

    /** A change of a calendar, and what is said of it. */
    interface Change {
        ToolResult make(ICalendar calendar) throws IOException;
    }

    /** All events between two days, in all of the person's calendars. */
    Events events(ToolContext context, Stretch stretch) throws IOException {
        List<Occurrence> found = new ArrayList<>();
        int unclear = 0;
        for (IcsFile file : files(context)) {
            Expansion expansion = new Expansion(file.read(), context.clock().getZone());
            found.addAll(expansion.between(stretch));
            unclear += expansion.unclear();
        }
        return new Events(found.stream().sorted().toList(), unclear);
    }

    /**
     * Makes a change where changes are kept; nothing is written when it throws. One at a time, other programs of ours included.
     */
    ToolResult change(ToolContext context, Change change) throws IOException {
        IcsFile file = kept(context);
        Path guard = context.workspace().resolve(".calendar.lock");
        synchronized (lock) {
            try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                ICalendar calendar = file.read();
                ToolResult said = change.make(calendar);
                new Pen(calendar, ZonedDateTime.now(context.clock())).settleZones();
                if (held.isValid()) {
                    file.write(calendar);
                }
                return said;
            }
        }
    }

    private IcsFile kept(ToolContext context) {
        Optional<Path> other = settings.write() ? settings.fileOf(context.user()) : Optional.empty();
        return new IcsFile(other.orElseGet(() -> own(context)));
    }

    private List<IcsFile> files(ToolContext context) {
        List<IcsFile> files = new ArrayList<>(List.of(new IcsFile(own(context))));
        settings.fileOf(context.user()).map(IcsFile::new).ifPresent(files::add);
        return files;
    }

    private static Path own(ToolContext context) {
        return context.workspace().resolve("calendar.ics");
    }
}
