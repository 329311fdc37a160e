package io.personaagent.persona.tendency;

import static java.util.Objects.requireNonNull;

/**
 * Something that many things have in common.
 *
 * @param name the topic as it was named, or the year of a period; a fixed word for the breadth
 */
public record Trait(Kind kind, String name) implements Comparable<Trait> {

    /** What sort of thing is in common. */
    public enum Kind {
        /** An entry of a named list, such as a genre. */
        TOPIC,
        /** About when it is from, in steps of five years; a thing between two steps has a share of both. */
        PERIOD,
        /** How many topics it has, beyond the usual two or three. */
        BREADTH
    }

    static final Trait BREADTH = new Trait(Kind.BREADTH, "topics");

    public Trait {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a trait needs a name");
        }
    }

    static Trait topic(String name) {
        return new Trait(Kind.TOPIC, name);
    }

    static Trait period(int year) {
        return new Trait(Kind.PERIOD, Integer.toString(year));
    }

    /** Of a period. */
    int year() {
        return Integer.parseInt(name);
    }

    @Override
    public int compareTo(Trait other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }
}
