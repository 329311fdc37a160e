package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * The losses of one interaction, with the old persona and with the new one.
 *
 * @param before from 0 to 1
 * @param after from 0 to 1
 */
public record Judgement(EpisodeId episode, Label.Kind kind, double before, double after) {
    public Judgement {
        requireNonNull(episode, "episode");
        requireNonNull(kind, "kind");
    }

    /** The two lists are of the same interactions, in the same order. */
    static List<Judgement> of(List<Graded> before, List<Graded> after) {
        List<Judgement> all = new ArrayList<>();
        for (int place = 0; place < before.size(); place++) {
            Labelled interaction = before.get(place).interaction();
            all.add(new Judgement(
                    interaction.id(),
                    interaction.label().kind(),
                    before.get(place).loss(),
                    after.get(place).loss()));
        }
        return all;
    }
}
