package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Names one episode of one person. Given by the caller, it is the idempotency key: appending the same id twice keeps one episode.
 *
 * <p>1 to 128 printable ASCII characters without blanks.
 */
public record EpisodeId(String value) implements Comparable<EpisodeId> {

    private static final Pattern ALLOWED = Pattern.compile("[!-~]{1,128}");

    public EpisodeId {
        if (!ALLOWED.matcher(requireNonNull(value, "value")).matches()) {
            throw new IllegalArgumentException(
                    "episode id '%s' is not usable; it must be 1 to 128 printable ASCII characters without blanks"
                            .formatted(value.replaceAll("\\p{C}", "?")));
        }
    }

    @Override
    public int compareTo(EpisodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
