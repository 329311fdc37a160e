package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One time that something was forgotten: when and how much, and nothing of what it was.
 *
 * @param number names it; ascending
 * @param begun when it was asked for
 * @param stage how far it has come
 * @param removed how much has been removed by now
 * @param digest SHA-256 over the ids of the episodes, for who still knows them; empty when everything was to go
 */
public record Forgotten(long number, Instant begun, Stage stage, Removed removed, String digest) {

    /** How far it has come. */
    public enum Stage {
        /** It is noted, and will be completed whatever happens. */
        BEGUN,
        /** Nothing of it can be read any more, but its bytes may still be on the disk. */
        REMOVED,
        /** Its bytes are gone. */
        DONE
    }

    public Forgotten {
        requireNonNull(begun, "begun");
        requireNonNull(stage, "stage");
        requireNonNull(removed, "removed");
        requireNonNull(digest, "digest");
    }
}
