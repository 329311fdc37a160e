package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An alignment that was cut short and can be gone on with.
 *
 * @param persona the version in force when it began; while another one is, it cannot be gone on with
 * @param planned the calls that were told beforehand
 * @param calls those that were made
 * @param tokens what they took
 * @param noted when it came so far
 */
public record Unfinished(int persona, long planned, long calls, long tokens, Instant noted) {

    /** There is none. */
    public static final Unfinished NONE = new Unfinished(0, 0, 0, 0, Instant.EPOCH);

    public Unfinished {
        requireNonNull(noted, "noted");
    }
}
