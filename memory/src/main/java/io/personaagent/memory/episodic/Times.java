package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.rank.TimeWindow;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.text.Terms;
import io.personaagent.memory.time.TimeExpression;
import io.personaagent.memory.time.TimeExpressions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The times that a question names, and how near turns are to them: by the day on which they were said, and by the times that they name
 * themselves ("yesterday I went", said on 8 May, is about the 7th).
 *
 * @param windows none where the question names no time
 * @param alone whether the question asks for nothing but a time: "what did I do last weekend?"
 * @param zone in which the person's days begin
 */
record Times(List<TimeWindow> windows, boolean alone, ZoneId zone) {

    /** Of a turn: the times that it names, as days from and to. */
    static final String ATTRIBUTE = "times";

    /** Ask what there was, without saying what about. */
    private static final Set<String> GENERAL = Set.copyOf(
            Terms.of(
                    "do happen happened go going went talk talked say said tell told mention mentioned discuss discussed chat speak spoke"
                            + " thing things stuff up make made remember recall remind know show there all anything everything"));

    /** A text that lists more is about none of them in particular. */
    private static final int MOST = 8;

    Times {
        windows = List.copyOf(windows);
    }

    /** Of a question that is asked at an instant. */
    static Times asked(String question, Instant now, ZoneId zone) {
        List<TimeExpression> found =
                TimeExpressions.in(question, now.atZone(zone).toLocalDate());
        String rest = question;
        for (TimeExpression each : found) {
            rest = rest.replace(each.words(), " ");
        }
        boolean alone = !found.isEmpty() && GENERAL.containsAll(Terms.of(rest));
        return new Times(found.stream().map(TimeExpression::window).toList(), alone, zone);
    }

    /** What happened in the windows or was told on the day after, the latest first. */
    List<Episode> episodes(EpisodeReader log, int limit) {
        return windows.stream()
                .flatMap(window ->
                        log.between(start(window.from()), start(window.to().plusDays(2)), limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    private Instant start(LocalDate day) {
        return day.equals(LocalDate.MIN)
                ? Instant.ofEpochMilli(Long.MIN_VALUE)
                : day.atStartOfDay(zone).toInstant();
    }

    /** The times that an episode names, in the form of the attribute; nothing where it names none. */
    static Optional<String> named(Episode episode) {
        // A turn is a record of its own words alone, so it cannot depend on where its reader is: the day begins as in
        // UTC.
        LocalDate said = episode.occasion().happened().atOffset(ZoneOffset.UTC).toLocalDate();
        String times = TimeExpressions.in(episode.exchange().query(), said).stream()
                .map(TimeExpression::window)
                .filter(window -> !window.from().equals(LocalDate.MIN))
                .limit(MOST)
                .map(window -> window.from() + "/" + window.to())
                .collect(Collectors.joining(" "));
        return times.isEmpty() ? Optional.empty() : Optional.of(times);
    }

    /** From 0, also where the question names no time, to 1. */
    double nearness(Turn turn) {
        if (windows.isEmpty()) {
            return 0;
        }
        TimeWindow said = TimeWindow.day(turn.when().atZone(zone).toLocalDate());
        return Stream.concat(Stream.of(said), named(turn))
                .mapToDouble(this::nearness)
                .max()
                .orElse(0);
    }

    /** What lies in the time answers a question for nothing else; so does what was told on the day after. */
    double confidence(Turn turn) {
        double near = alone ? nearness(turn) : 0;
        return near < 0.5 ? 0 : 0.5 * near;
    }

    private double nearness(TimeWindow time) {
        return windows.stream()
                .mapToDouble(window -> window.nearness(time))
                .max()
                .orElse(0);
    }

    private static Stream<TimeWindow> named(Turn turn) {
        String times = turn.record().attribute(ATTRIBUTE);
        return times.isEmpty()
                ? Stream.of()
                : Arrays.stream(times.split(" ", -1)).map(Times::window);
    }

    private static TimeWindow window(String fromTo) {
        String[] days = fromTo.split("/", -1);
        return new TimeWindow(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    }
}
