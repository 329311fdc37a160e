package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One interaction, as it happened: the paper's (q, r_gt, m). Whose it is, is decided by the store that it stands in.
 *
 * @param id names it; the idempotency key
 * @param occasion session and times
 * @param exchange what was said and done
 * @param provenance origin, trust, sensitivity and tags
 * @param feedback what the person said about the answer, oldest first
 */
public record Episode(
        EpisodeId id, Occasion occasion, Exchange exchange, Provenance provenance, List<Feedback> feedback) {

    public Episode {
        requireNonNull(id, "id");
        requireNonNull(occasion, "occasion");
        requireNonNull(exchange, "exchange");
        requireNonNull(provenance, "provenance");
        feedback = List.copyOf(feedback);
    }

    public Episode(EpisodeId id, Occasion occasion, Exchange exchange, Provenance provenance) {
        this(id, occasion, exchange, provenance, List.of());
    }

    /** The same episode with one more piece of feedback. */
    public Episode with(Feedback added) {
        List<Feedback> all = new ArrayList<>(feedback);
        all.add(added);
        return new Episode(id, occasion, exchange, provenance, all);
    }

    /** What the person really wanted: their latest correction, or the reply where their latest word was that it was good. */
    public Optional<String> groundTruth() {
        if (feedback.isEmpty()) {
            return Optional.empty();
        }
        Feedback latest = feedback.get(feedback.size() - 1);
        return switch (latest.verdict()) {
            case CORRECTED -> Optional.of(latest.text());
            case GOOD -> Optional.of(exchange.reply());
            case BAD -> Optional.empty();
        };
    }
}
