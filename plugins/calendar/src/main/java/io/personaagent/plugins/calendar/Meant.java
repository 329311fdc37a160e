package io.personaagent.plugins.calendar;

import biweekly.ICalendar;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolContext;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the one event that somebody means, among those that can be changed. */
final class Meant {

    private static final int MOST_NAMED = 5;

    private final ICalendar calendar;
    private final ToolContext context;

    Meant(ICalendar calendar, ToolContext context) {
        this.calendar = calendar;
        this.context = context;
    }

    /**
     * The event, at the day where one is said, else the next time of it.
     *
     * @throws BadArgumentException when there is none, or more than one
     */
    Occurrence the(String words, String day) {
        ZonedDateTime now = ZonedDateTime.now(context.clock());
        LocalDate today = now.toLocalDate();
        Stretch days =
                day.isBlank() ? new Stretch(today.minusDays(31), today.plusDays(366)) : Stretch.of("day", day, context);
        List<Occurrence> all = new Expansion(calendar, now.getZone())
                .between(days).stream().sorted().toList();
        List<Occurrence> found = Takeback.isById(words)
                ? all.stream().filter(event -> Takeback.means(words, event)).toList()
                : new Sought("event", words).in(all);
        List<Occurrence> ahead =
                found.stream().filter(event -> event.end().isAfter(now)).toList();
        List<Occurrence> candidates = ahead.isEmpty() ? found : ahead;
        long events = candidates.stream().map(Occurrence::uid).distinct().count();
        if (events == 1) {
            return candidates.get(0);
        }
        throw new BadArgumentException(
                candidates.isEmpty()
                        ? "argument 'event' is '%s', and no such event is in the calendar that can be changed%s"
                                .formatted(Wording.shown(words), there(all, Wording.of(context)))
                        : "argument 'event' is '%s', which fits %d events; say more words or the day of one of: %s"
                                .formatted(Wording.shown(words), events, named(candidates, Wording.of(context))));
    }

    private static String there(List<Occurrence> all, Wording wording) {
        return all.isEmpty() ? "" : "; there are: " + named(all, wording);
    }

    /** Each event once. */
    private static String named(List<Occurrence> events, Wording wording) {
        return events.stream()
                .collect(Collectors.toMap(Occurrence::uid, each -> each, (first, later) -> first))
                .values()
                .stream()
                .sorted()
                .limit(MOST_NAMED)
                .map(event -> "%s (%s)".formatted(event.what().title(), wording.when(event)))
                .collect(Collectors.joining("; "));
    }
}
