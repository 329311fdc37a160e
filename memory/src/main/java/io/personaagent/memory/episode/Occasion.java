package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When and where an episode took place; times are kept to the millisecond.
 *
 * @param session what belongs together, such as one chat from start to end; may be empty
 * @param happened when it happened
 * @param recorded when it was written to the log
 */
public record Occasion(String session, Instant happened, Instant recorded) {
    public Occasion {
        session = Text.clean(requireNonNull(session, "session"));
        happened = requireNonNull(happened, "happened").truncatedTo(ChronoUnit.MILLIS);
        recorded = requireNonNull(recorded, "recorded").truncatedTo(ChronoUnit.MILLIS);
    }
}
