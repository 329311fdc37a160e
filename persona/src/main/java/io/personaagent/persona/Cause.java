package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Text;
import io.personaagent.memory.json.Json;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a version of a persona came to be, or why a proposal did not become one.
 *
 * @param reason one line for the person to read
 * @param decision what a gate decided and on what grounds, a JSON object; empty where no gate decided
 * @param evidence the episodes that reason and decision speak of, ordered; when one is forgotten, both go
 */
public record Cause(Origin origin, String reason, String decision, Set<EpisodeId> evidence) {

    /** Stands in the place of a reason that spoke of something that was forgotten. */
    public static final String GONE = "the reason went with an episode that was forgotten";

    public Cause {
        requireNonNull(origin, "origin");
        reason = Text.clean(requireNonNull(reason, "reason")).strip().replaceAll("\\R", " ");
        decision = Text.clean(requireNonNull(decision, "decision"));
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
        if (!decision.isEmpty() && !Json.isObject(decision)) {
            throw new IllegalArgumentException("the decision is not a JSON object: " + start(decision));
        }
    }

    /** One that no gate decided and that speaks of no episode. */
    public static Cause of(Origin origin, String reason) {
        return new Cause(origin, reason, "", Set.of());
    }

    /** The same, speaking of these episodes. */
    public Cause about(Set<EpisodeId> episodes) {
        return new Cause(origin, reason, decision, episodes);
    }

    private static String start(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
