package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The days of weeks, months, seasons and years. */
final class Periods {

    private Periods() {}

    /** The week of a day, or one so many weeks later. */
    static TimeWindow week(LocalDate day, int later) {
        LocalDate monday =
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(later);
        return new TimeWindow(monday, monday.plusDays(6));
    }

    /** The weekend of a day's week, or of one so many weeks later. */
    static TimeWindow weekend(LocalDate day, int later) {
        LocalDate saturday = week(day, later).from().plusDays(5);
        return new TimeWindow(saturday, saturday.plusDays(1));
    }

    static TimeWindow month(LocalDate day, int later) {
        YearMonth month = YearMonth.from(day).plusMonths(later);
        return new TimeWindow(month.atDay(1), month.atEndOfMonth());
    }

    static TimeWindow year(int year) {
        return new TimeWindow(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The latest of a month that has begun. */
    static TimeWindow month(Month month, LocalDate now) {
        LocalDate first = LocalDate.of(now.getYear(), month, 1);
        return month(first.isAfter(now) ? first.minusYears(1) : first, 0);
    }

    /** The three months of a season; a winter is that of the year in which it begins. */
    static TimeWindow season(Season season, int year) {
        YearMonth first = YearMonth.of(year, season.first());
        return new TimeWindow(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** The latest of a season that has begun. */
    static TimeWindow latest(Season season, LocalDate now) {
        TimeWindow thisYear = season(season, now.getYear());
        return thisYear.from().isAfter(now) ? season(season, now.getYear() - 1) : thisYear;
    }

    /** The latest of a season that is over. */
    static TimeWindow last(Season season, LocalDate now) {
        TimeWindow latest = latest(season, now);
        return latest.to().isBefore(now) ? latest : season(season, latest.from().getYear() - 1);
    }

    /** The latest such day before today; where it lies in this week, the one of the week before may be meant as well. */
    static List<TimeWindow> last(DayOfWeek weekday, LocalDate now) {
        LocalDate day = now.with(TemporalAdjusters.previous(weekday));
        return day.isBefore(week(now, 0).from())
                ? List.of(TimeWindow.day(day))
                : List.of(TimeWindow.day(day.minusWeeks(1)), TimeWindow.day(day));
    }

    /** So long ago: wider, the bigger the unit and the vaguer the number. */
    static TimeWindow ago(Quantity quantity, ChronoUnit unit, LocalDate now) {
        return around(quantity, now.minus(quantity.most(), unit), now.minus(quantity.least(), unit), unit);
    }

    /** So long after a day. */
    static TimeWindow later(Quantity quantity, ChronoUnit unit, LocalDate day) {
        return around(quantity, day.plus(quantity.least(), unit), day.plus(quantity.most(), unit), unit);
    }

    private static TimeWindow around(Quantity quantity, LocalDate first, LocalDate last, ChronoUnit unit) {
        LocalDate end = slack(quantity, unit, last, 1);
        return quantity.isExact() ? new TimeWindow(slack(quantity, unit, first, -1), end) : new TimeWindow(first, end);
    }

    private static LocalDate slack(Quantity quantity, ChronoUnit unit, LocalDate day, int sign) {
        return switch (unit) {
            case WEEKS -> day.plusDays(3L * sign);
            case MONTHS -> day.plusDays(15L * sign);
            case YEARS -> day.plusMonths(6L * sign);
            case DECADES -> day.plusYears(5L * sign);
            default -> day.plusDays((long) sign * (quantity.most() / 8));
        };
    }

    /** The first, second or last third of something. */
    static TimeWindow third(TimeWindow whole, int number) {
        long length = whole.days();
        if (length > 300) {
            return new TimeWindow(
                    whole.from().plusMonths(4L * number),
                    whole.from().plusMonths(4L * number + 4).minusDays(1));
        }
        LocalDate last = number == 2 ? whole.to() : whole.from().plusDays(length * (number + 1) / 3 - 1);
        return new TimeWindow(whole.from().plusDays(length * number / 3), last);
    }
}
