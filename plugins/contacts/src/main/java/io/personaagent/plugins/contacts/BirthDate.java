package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import ezvcard.property.Birthday;
import ezvcard.util.PartialDate;
import io.personaagent.tools.Preferences;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * When somebody was born, as far as it is known.
 *
 * @param year 0 where it is not known
 */
record BirthDate(MonthDay day, int year) {

    /** Phones write this year where none is known. */
    private static final int NO_YEAR = 1604;

    /** The one of a card; empty where it has none, or one that is no day. */
    static Optional<BirthDate> of(VCard card) {
        return Optional.ofNullable(card.getBirthday()).flatMap(BirthDate::of);
    }

    /** What people say: {@code 24 December 1996}, {@code December 24}, {@code 1996-12-24}; empty where it is no day. */
    static Optional<BirthDate> read(String text, Preferences preferences) {
        return new DayReader(preferences).read(text);
    }

    static BirthDate of(LocalDate date) {
        return new BirthDate(MonthDay.from(date), date.getYear());
    }

    Birthday property() {
        return year == 0
                ? new Birthday(PartialDate.builder()
                        .month(day.getMonthValue())
                        .date(day.getDayOfMonth())
                        .build())
                : new Birthday(day.atYear(year));
    }

    /** The next one from a day on; of who was born on a 29 February, on the 28th in other years. */
    LocalDate next(LocalDate from) {
        LocalDate thisYear = day.atYear(from.getYear());
        return thisYear.isBefore(from) ? day.atYear(from.getYear() + 1) : thisYear;
    }

    /** Days until the next one. */
    long away(LocalDate from) {
        return ChronoUnit.DAYS.between(from, next(from));
    }

    String text(DateStyle style) {
        return year == 0 ? style.day(day) : style.day(day.atYear(year));
    }

    private static Optional<BirthDate> of(Birthday birthday) {
        Temporal date = birthday.getDate();
        PartialDate part = birthday.getPartialDate();
        try {
            if (date != null && date.isSupported(ChronoField.DAY_OF_MONTH)) {
                LocalDate day = LocalDate.from(date);
                return Optional.of(new BirthDate(MonthDay.from(day), day.getYear() == NO_YEAR ? 0 : day.getYear()));
            }
            if (part != null && part.getMonth() != null && part.getDate() != null) {
                return Optional.of(new BirthDate(MonthDay.of(part.getMonth(), part.getDate()), 0));
            }
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
