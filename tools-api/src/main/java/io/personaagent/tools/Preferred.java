package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

/**
 * What the person prefers, and which word of theirs says so.
 *
 * @param because the sentence of the persona, or the setting
 */
public record Preferred(String value, String because) {
    public Preferred {
        requireNonNull(value, "value");
        requireNonNull(because, "because");
    }
}
