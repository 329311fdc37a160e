package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

/**
 * Where the alignment of one person stands.
 *
 * @param claim who aligns them now
 * @param unfinished how far the alignment that goes on, or that was cut short, has come
 * @param fresh how many labels came since the last one
 */
public record AlignState(Claim claim, Unfinished unfinished, long fresh) {

    public AlignState {
        requireNonNull(claim, "claim");
        requireNonNull(unfinished, "unfinished");
    }

    public boolean isGoingOn() {
        return !claim.isNone();
    }

    /** Whether there is one that was cut short. */
    public boolean isUnfinished() {
        return !isGoingOn() && !unfinished.equals(Unfinished.NONE);
    }
}
