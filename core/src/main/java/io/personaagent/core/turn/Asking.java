package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model was asked once, and this came of it.
 *
 * @param prompt a checksum of each part of what it was told, by the part's name
 * @param reply what it said, as JSON
 * @param input tokens that went in
 * @param output tokens that came out
 */
public record Asking(Map<String, String> prompt, String reply, long input, long output) {
    public Asking {
        prompt = Collections.unmodifiableMap(new LinkedHashMap<>(prompt));
        requireNonNull(reply, "reply");
    }
}
