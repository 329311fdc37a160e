package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;

/**
 * One sentence about the person that the persona holds.
 *
 * @param id names it through all versions; 1 to 64 of a-z, 0-9 and -
 * @param text one sentence, without line breaks
 * @param kind what it is about
 * @param support what it rests on
 */
public record Statement(String id, String text, Kind kind, Support support) {

    /** What a statement is about. */
    public enum Kind {
        /** What the person likes or does not like. */
        PREFERENCE,
        /** What is so. */
        FACT,
        /** How the person wants to be answered. */
        STYLE,
        /** How to use tools for this person. */
        TOOL_GUIDANCE
    }

    public Statement {
        if (!requireNonNull(id, "id").matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "statement id '%s' is not usable; it must be 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit"
                            .formatted(id));
        }
        text = Text.clean(requireNonNull(text, "text")).strip().replaceAll("\\R", " ");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("statement '%s' has no text".formatted(id));
        }
        requireNonNull(kind, "kind");
        requireNonNull(support, "support");
    }
}
