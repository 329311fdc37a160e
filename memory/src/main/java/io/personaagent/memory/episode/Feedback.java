package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the person said about an answer.
 *
 * @param verdict what kind of feedback
 * @param text the right answer in the person's words; empty unless the verdict is {@link Verdict#CORRECTED}
 * @param given when, to the millisecond
 */
public record Feedback(Verdict verdict, String text, Instant given) {

    /** The kinds of feedback. */
    public enum Verdict {
        /** The answer was right. */
        GOOD,
        /** The answer was wrong, and nothing more is known. */
        BAD,
        /** The answer was wrong, and this is the right one. */
        CORRECTED
    }

    public Feedback {
        requireNonNull(verdict, "verdict");
        text = Text.clean(requireNonNull(text, "text"));
        given = requireNonNull(given, "given").truncatedTo(ChronoUnit.MILLIS);
        if (verdict == Verdict.CORRECTED == text.isBlank()) {
            throw new IllegalArgumentException(
                    verdict == Verdict.CORRECTED
                            ? "a correction needs the right answer as text"
                            : "only a correction carries text");
        }
    }

    public static Feedback good(Instant given) {
        return new Feedback(Verdict.GOOD, "", given);
    }

    public static Feedback bad(Instant given) {
        return new Feedback(Verdict.BAD, "", given);
    }

    public static Feedback corrected(String text, Instant given) {
        return new Feedback(Verdict.CORRECTED, text, given);
    }
}
