package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

/** A record that a search found, with the score of that search: more is better, and scores of two searches do not compare. */
public record Hit(DerivedRecord record, double score) {
    public Hit {
        requireNonNull(record, "record");
    }
}
