package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that the person's memory holds, as a tool may see it.
 *
 * @param text what was said or happened, word for word
 * @param when when it happened
 * @param source the id of the episode that it comes from
 */
public record Remembered(String text, Instant when, String source) {
    public Remembered {
        requireNonNull(text, "text");
        requireNonNull(when, "when");
        requireNonNull(source, "source");
    }
}
