package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How an alignment ended.
 *
 * @param persona the version that was in force when it began
 * @param reason one line for the person to read
 * @param losses what the old persona and the new one lost
 * @param bill who proposed, and what it cost
 */
public record Decision(Verdict verdict, int persona, String reason, Losses losses, Bill bill) {

    /** The ways in which an alignment can end. */
    public enum Verdict {
        /** The new persona is in force; or, where it was tried only, it would be. */
        ACCEPTED,
        /** The old persona stays, and why is kept. */
        REFUSED,
        /** It could not be carried through: a model did not answer, or the budget was spent. The old persona stays, and why is kept. */
        UNFINISHED,
        /** There was nothing to learn. */
        NOTHING,
        /** Somebody stopped it; nothing is decided. */
        CANCELLED,
        /** Another alignment of the same person is going on; the reason says whose. */
        BUSY
    }

    /**
     * What was lost.
     *
     * @param batch on what was learned from; empty where it was not tried
     * @param judges on what was not
     * @param restraint the share of the statements that were right and stayed untouched
     */
    public record Losses(List<Judgement> batch, List<Judgement> judges, double restraint) {

        public static final Losses NOT_TRIED = new Losses(List.of(), List.of(), 1);

        public Losses {
            batch = List.copyOf(batch);
            judges = List.copyOf(judges);
        }
    }

    public Decision {
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
        requireNonNull(losses, "losses");
        requireNonNull(bill, "bill");
    }

    /** The episodes that it speaks of. */
    public Set<EpisodeId> evidence() {
        Set<EpisodeId> evidence = new TreeSet<>();
        Stream.concat(losses.batch().stream(), losses.judges().stream()).forEach(each -> evidence.add(each.episode()));
        return evidence;
    }

    /** As a JSON object; holds nothing of what was said. */
    public String json() {
        return DecisionJson.of(this);
    }
}
