package io.personaagent.core.align;

import static java.util.Objects.requireNonNull;

/**
 * Something to tell a person between two turns.
 *
 * @param version the version of their persona that came into force; 0 where none did
 * @param line for them to read
 */
public record News(int version, String line) {
    public News {
        requireNonNull(line, "line");
    }
}
