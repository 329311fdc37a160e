package io.personaagent.memory.forget;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Forgotten;
import java.util.List;

/**
 * What came of forgetting; nothing of what was forgotten.
 *
 * @param forgotten what was removed, and how far it has come: where another process reads an older state, its bytes are still there
 * @param absorbedAgain how many of the episodes that stay were absorbed again, because something that rested on them as well went
 * @param scan what was looked for afterwards, and where
 * @param alsoIn where the same words stand that are no part of an episode, such as a note of a tool; they are left there
 */
public record ForgetReceipt(Forgotten forgotten, long absorbedAgain, Scan scan, List<String> alsoIn) {

    /**
     * The search for traces.
     *
     * @param pieces how many pieces of what was forgotten, which nothing that stays has in common with it, were looked for in every encoding
     * @param files how many files were read
     * @param bytes how many bytes they have
     * @param found the files in which something was found; none when it is gone
     */
    public record Scan(long pieces, long files, long bytes, List<String> found) {

        /** Nothing was looked for yet. */
        static final Scan NONE = new Scan(0, 0, 0, List.of());

        public Scan {
            found = List.copyOf(found);
        }
    }

    public ForgetReceipt {
        requireNonNull(forgotten, "forgotten");
        requireNonNull(scan, "scan");
        alsoIn = List.copyOf(alsoIn);
    }

    /** Whether its bytes are gone, and that was looked at. */
    public boolean isDone() {
        return forgotten.stage() == Forgotten.Stage.DONE && scan.found().isEmpty();
    }
}
