package io.personaagent.app.transfer;

import java.util.List;

/**
 * What came of an import.
 *
 * @param added episodes that are new
 * @param present episodes that were there already
 * @param rejected each rejected line, in order
 */
public record ImportReport(long added, long present, List<Rejection> rejected) {

    /** A line that is not an episode, counted from 1, and why. */
    public record Rejection(long line, String reason) {
        @Override
        public String toString() {
            return "line %d: %s".formatted(line, reason);
        }
    }

    public ImportReport {
        rejected = List.copyOf(rejected);
    }
}
