package io.personaagent.plugins.times;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a moment as people say it, seen from now: "in 20 minutes", "tomorrow at 9", "on friday at 18:30", "2026-12-24 18:00".
 *
 * <p>A day without a time means the time at which the person wants to be reminded. A time without a day means its next occurrence.
 */
public final class When {

    private final ZonedDateTime now;
    private final Manner manner;
    private final Days days;

    /** Read as is usual, for who knows nothing of the person. */
    public When(ZonedDateTime now) {
        this(now, Manner.USUAL);
    }

    public When(ZonedDateTime now, Manner manner) {
        this.now = now;
        this.manner = manner;
        this.days = new Days(now.toLocalDate(), manner);
    }

    /** Reads a text that is a moment and nothing else; "20 minutes" and "9" count, as what follows "in" and "at". */
    public Optional<ZonedDateTime> read(String text) {
        String phrase = Phrase.of(text);
        return Stream.of(phrase, "in " + phrase, "at " + phrase)
                .flatMap(candidate -> moment(candidate).stream())
                .findFirst();
    }

    /** Reads a part of a longer text, where "20 minutes" or "9" may be anything. */
    public Optional<ZonedDateTime> readWithin(String text) {
        return moment(Phrase.of(text));
    }

    /** The next time at which the person's day begins. */
    public ZonedDateTime morning() {
        ZonedDateTime today = at(now.toLocalDate(), manner.morning());
        return today.isAfter(now) ? today : at(now.toLocalDate().plusDays(1), manner.morning());
    }

    /** The day that the text names and nothing else. */
    public Optional<LocalDate> day(String text) {
        return days.read(Phrase.of(text));
    }

    private Optional<ZonedDateTime> moment(String phrase) {
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        return iso(phrase)
                .or(() -> counted(phrase))
                .or(() -> TimeOfDay.read(phrase).map(this::next))
                .or(() -> onADay(phrase));
    }

    private Optional<ZonedDateTime> iso(String phrase) {
        return phrase.matches("\\d{4}-\\d{2}-\\d{2}t\\d{2}:\\d{2}")
                ? onADay(phrase.replace('t', ' '))
                : Optional.empty();
    }

    /** What counts days alone goes to the calendar, so that "in 3 days at 8" can follow. */
    private Optional<ZonedDateTime> counted(String phrase) {
        String length =
                phrase.startsWith("in ") ? phrase.substring("in ".length()) : phrase.replaceFirst(" from now$", "");
        return length.equals(phrase) ? Optional.empty() : Span.read(length).flatMap(span -> span.from(now));
    }

    private ZonedDateTime next(TimeOfDay time) {
        Stream<LocalTime> readings =
                time.eitherHalf() ? Stream.of(time.time(), time.time().plusHours(12)) : Stream.of(time.time());
        LocalDate today = now.toLocalDate();
        return readings.map(reading -> at(today, reading))
                .filter(moment -> moment.isAfter(now))
                .findFirst()
                .orElseGet(() -> at(today.plusDays(1), time.time()));
    }

    /** A day alone, or a day and a time in either order. */
    private Optional<ZonedDateTime> onADay(String phrase) {
        Optional<LocalDate> alone = days.read(phrase);
        if (alone.isPresent()) {
            return Optional.of(at(alone.get(), manner.morning()));
        }
        List<String> words = Arrays.asList(phrase.split(" ", -1));
        return IntStream.range(1, words.size())
                .boxed()
                .flatMap(split -> split(words, split).stream())
                .findFirst();
    }

    private Optional<ZonedDateTime> split(List<String> words, int split) {
        String first = String.join(" ", words.subList(0, split));
        String second = String.join(" ", words.subList(split, words.size()));
        return both(first, second).or(() -> both(second, first));
    }

    private Optional<ZonedDateTime> both(String day, String time) {
        return days.read(day).flatMap(date -> TimeOfDay.read(time)
                .or(() -> TimeOfDay.read("at " + time))
                .map(read -> at(date, read.time())));
    }

    private ZonedDateTime at(LocalDate date, LocalTime time) {
        return LocalDateTime.of(date, time).atZone(now.getZone());
    }
}
