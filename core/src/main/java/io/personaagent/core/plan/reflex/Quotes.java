package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Source;
import java.text.BreakIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words a finding as a quote with its day and its speaker. */
final class Quotes {

    /** A longer text is quoted in part. */
    static final int MAX_CHARACTERS = 280;

    private static final int MAX_SEARCHED = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    Quotes(ZoneId zone) {
        this.zone = requireNonNull(zone, "zone");
    }

    /** Such as {@code You told me on 18 November 2026: "I like tea."} */
    String told(Finding finding, String asked, Instant now) {
        return "%s %s: \"%s\""
                .formatted(verb(finding.source()), day(finding.source().when(), now), words(finding, asked));
    }

    /** Such as {@code on 18 November 2026, you had said: "I like tea."} */
    String before(Finding finding, String asked, Instant now) {
        String speaker = finding.source().speaker();
        return "%s, %s had said: \"%s\""
                .formatted(
                        day(finding.source().when(), now), speaker.isEmpty() ? "you" : speaker, words(finding, asked));
    }

    /** Such as {@code on 18 November 2026, you told me: "I like tea."} */
    String earlier(Finding finding, String asked, Instant now) {
        return "%s, you told me: \"%s\"".formatted(day(finding.source().when(), now), words(finding, asked));
    }

    String day(Instant when, Instant now) {
        LocalDate day = LocalDate.ofInstant(when, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return "today at " + TIME.format(when.atZone(zone));
        }
        return day.equals(today.minusDays(1)) ? "yesterday" : "on " + DAY.format(day);
    }

    private static String verb(Source source) {
        return switch (source.kind()) {
            case CORRECTION -> "You corrected me";
            case DERIVED -> "I gathered this";
            case STATEMENT, QUESTION -> source.speaker().isEmpty() ? "You told me" : source.speaker() + " said";
        };
    }

    private static String words(Finding finding, String asked) {
        String text = finding.text().strip().replaceAll("\\s+", " ");
        return text.length() <= MAX_CHARACTERS ? text : around(text, asked);
    }

    /** The sentence that answers best, with as much around it as there is room for. */
    private static String around(String text, String asked) {
        String searched = text.substring(0, Math.min(text.length(), MAX_SEARCHED));
        int start = bestSentence(searched, asked.substring(0, Math.min(asked.length(), MAX_SEARCHED)));
        int from = start + MAX_CHARACTERS > text.length() ? wordStart(text, text.length() - MAX_CHARACTERS) : start;
        int to = Math.min(text.length(), from + MAX_CHARACTERS);
        if (to < text.length()) {
            int blank = text.lastIndexOf(' ', to);
            to = blank > from ? blank : whole(text, to);
        }
        return (from > 0 ? "… " : "") + text.substring(from, to).strip() + (to < text.length() ? " …" : "");
    }

    private static int bestSentence(String text, String asked) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int best = 0;
        double most = 0;
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            double covered = Matter.coverage(asked, text.substring(start, end));
            if (covered > most) {
                most = covered;
                best = start;
            }
        }
        return best;
    }

    private static int wordStart(String text, int position) {
        int blank = text.indexOf(' ', position);
        return blank < 0 ? whole(text, position) : blank + 1;
    }

    private static int whole(String text, int position) {
        return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
    }
}
