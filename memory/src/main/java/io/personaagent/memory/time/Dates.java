package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;

/** From the numbers of a date to its day; nothing where there is no such day. */
final class Dates {

    /** A leap day comes back after eight years at the latest. */
    private static final int LONGEST_WAIT = 8;

    private Dates() {}

    static List<TimeWindow> day(int year, int month, int day) {
        try {
            return List.of(TimeWindow.day(LocalDate.of(year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return List.of();
        }
    }

    /** The latest of a day that is not after another. */
    static List<TimeWindow> latest(int month, int day, LocalDate now) {
        return IntStream.rangeClosed(0, LONGEST_WAIT)
                .mapToObj(back -> day(now.getYear() - back, month, day))
                .filter(found -> !found.isEmpty() && !found.get(0).from().isAfter(now))
                .findFirst()
                .orElse(List.of());
    }

    /** The latest of a day of any month that is not after another. */
    static List<TimeWindow> latest(int dayOfMonth, LocalDate now) {
        return IntStream.rangeClosed(0, 2)
                .mapToObj(now::minusMonths)
                .map(month -> day(month.getYear(), month.getMonthValue(), dayOfMonth))
                .filter(found -> !found.isEmpty() && !found.get(0).from().isAfter(now))
                .findFirst()
                .orElse(List.of());
    }

    static List<TimeWindow> month(int year, Month month) {
        return List.of(Periods.month(LocalDate.of(year, month, 1), 0));
    }

    /** Between strokes stands the month before the day in America and behind it elsewhere: both, where both are dates. */
    static List<TimeWindow> eitherWay(int one, int other, int year) {
        List<TimeWindow> american = day(year, one, other);
        List<TimeWindow> british = day(year, other, one);
        if (american.isEmpty() || american.equals(british)) {
            return british;
        }
        return british.isEmpty() ? american : List.of(american.get(0), british.get(0));
    }
}
