package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.elicit.Told;
import io.personaagent.persona.tendency.StatedPreference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an aligner learns from.
 *
 * @param persona the one that gave the answers
 * @param batch what the agent answered with it, oldest first; right answers give no reason to change
 * @param known all labelled interactions but those that judge, oldest first; the batch is among them
 * @param told what the person told of what they like, in the whole log but in what judges
 * @param now when the lesson is learned
 */
public record Lesson(
        Persona persona, List<Graded> batch, List<Labelled> known, List<StatedPreference> told, Instant now) {

    public Lesson {
        requireNonNull(persona, "persona");
        batch = List.copyOf(batch);
        known = List.copyOf(known);
        told = List.copyOf(told);
        requireNonNull(now, "now");
    }

    /** Where nothing is known of the log but these interactions. */
    public Lesson(Persona persona, List<Graded> batch, List<Labelled> known, Instant now) {
        this(
                persona,
                batch,
                known,
                Told.in(known.stream().map(Labelled::episode).toList()),
                now);
    }

    /** What the person said in the episodes that a statement may rest on, by episode. */
    Map<EpisodeId, String> words() {
        Map<EpisodeId, String> words = new HashMap<>();
        known.forEach(each -> words.merge(each.id(), each.query() + "\n" + each.truth(), Lesson::both));
        told.forEach(each -> words.merge(each.episode(), each.object(), Lesson::both));
        return words;
    }

    private static String both(String one, String other) {
        return one + "\n" + other;
    }

    /** Of the batch, what was not right. */
    public List<Graded> wrong() {
        return batch.stream().filter(each -> !each.right()).toList();
    }
}
