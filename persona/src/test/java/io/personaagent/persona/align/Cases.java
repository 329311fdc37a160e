package io.personaagent.persona.align;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Episodes to learn from. */
final class Cases {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Cases() {}

    /** Asked at noon and so many seconds, and answered wrongly. */
    static Episode asked(int second, String query, String... tags) {
        return replied(second, query, "I do not know.", tags);
    }

    static Episode replied(int second, String query, String reply, String... tags) {
        return new Episode(
                new EpisodeId("e" + second),
                new Occasion("s", NOON.plusSeconds(second), NOON.plusSeconds(second)),
                new Exchange("", query, List.of(), reply),
                new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of(tags)));
    }

    static Feedback corrected(int second, String truth) {
        return Feedback.corrected(truth, NOON.plusSeconds(second));
    }

    static Labelled labelled(int second, String query, String truth, String... tags) {
        return Labelled.of(asked(second, query, tags).with(corrected(second, truth)))
                .orElseThrow();
    }
}
