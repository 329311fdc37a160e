package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something as it may be kept.
 *
 * @param kept with a marker where each secret stood
 * @param removed the sort of each secret, in the order in which they stood
 */
public record Redacted<T>(T kept, List<Secret> removed) {
    public Redacted {
        requireNonNull(kept, "kept");
        removed = List.copyOf(removed);
    }
}
