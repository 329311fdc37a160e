package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

/**
 * One sentence about the person that the persona holds.
 *
 * @param id names it through all versions; 1 to 64 of a-z, 0-9 and -
 * @param meaning what it says
 * @param support what it rests on
 * @param standing since which version, and whether it is pinned
 */
public record Statement(String id, Meaning meaning, Support support, Standing standing) {

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

    /** How the person stands to what a statement is about. */
    public enum Polarity {
        /** They want it. */
        FOR,
        /** They do not want it. */
        AGAINST,
        /** It is so, and neither wanted nor unwanted. */
        NEUTRAL
    }

    public Statement {
        if (!requireNonNull(id, "id").matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "statement id '%s' is not usable; it must be 1 to 64 of a-z, 0-9 and -, beginning with a letter or digit"
                            .formatted(id));
        }
        requireNonNull(meaning, "meaning");
        requireNonNull(support, "support");
        requireNonNull(standing, "standing");
        if (meaning.text().isEmpty()) {
            throw new IllegalArgumentException("statement '%s' has no text".formatted(id));
        }
    }

    /** A new one that is neither for nor against anything. */
    public Statement(String id, String text, Kind kind, Support support) {
        this(id, Meaning.of(text, kind), support, Standing.NEW);
    }

    public String text() {
        return meaning.text();
    }

    public Kind kind() {
        return meaning.kind();
    }

    public Polarity polarity() {
        return meaning.polarity();
    }

    public double strength() {
        return meaning.strength();
    }

    public int version() {
        return standing.version();
    }

    public boolean pinned() {
        return standing.pinned();
    }

    public Statement with(Meaning other) {
        return new Statement(id, other, support, standing);
    }

    public Statement with(Support other) {
        return new Statement(id, meaning, other, standing);
    }

    public Statement with(Standing other) {
        return new Statement(id, meaning, support, other);
    }
}
