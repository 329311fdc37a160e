package io.personaagent.plugins.calendar;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;

/**
 * An event at one time, in the zone of the person.
 *
 * @param uid the same for all times of one event
 * @param end the moment after it; of an event of whole days the midnight after the last
 * @param original when it would be by its rule, if somebody moved it; else its start
 */
record Occurrence(String uid, What what, ZonedDateTime start, ZonedDateTime end, ZonedDateTime original)
        implements Comparable<Occurrence> {

    /**
     * What happens.
     *
     * @param wholeDays whether it has days and no times
     * @param busy whether nothing else fits beside it
     * @param repeats whether it is one time of several
     */
    record What(String title, String place, boolean wholeDays, boolean busy, boolean repeats) {}

    boolean touches(LocalDate day) {
        ZonedDateTime midnight = day.atStartOfDay(start.getZone());
        ZonedDateTime next = day.plusDays(1).atStartOfDay(start.getZone());
        return start.isBefore(next) && (end.isAfter(midnight) || start.equals(midnight));
    }

    @Override
    public int compareTo(Occurrence other) {
        return Comparator.comparing((Occurrence each) -> each.start().toInstant())
                .thenComparing(each -> !each.what().wholeDays())
                .thenComparing(each -> each.what().title())
                .thenComparing(Occurrence::uid)
                .compare(this, other);
    }
}
