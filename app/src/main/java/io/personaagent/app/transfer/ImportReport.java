package io.personaagent.app.transfer;

import io.personaagent.memory.boundary.Secret;
import java.util.List;

/**
 * What came of an import.
 *
 * @param added episodes that are new
 * @param present episodes that were there already
 * @param rejected each rejected line, in order
 * @param notKept the secrets that stood in the accepted lines and are not in memory
 */
public record ImportReport(long added, long present, List<Rejection> rejected, List<Secret> notKept) {

    /** A line that is not an episode, counted from 1, and why. */
    public record Rejection(long line, String reason) {
        @Override
        public String toString() {
            return "line %d: %s".formatted(line, reason);
        }
    }

    public ImportReport {
        rejected = List.copyOf(rejected);
        notKept = List.copyOf(notKept);
    }

    /** Of a file without secrets. */
    public ImportReport(long added, long present, List<Rejection> rejected) {
        this(added, present, rejected, List.of());
    }
}
