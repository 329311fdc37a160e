package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one person has been through, and is asked about.
 *
 * @param name for messages
 * @param episodes in the order in which they happened
 * @param units what each episode counts as: itself, its session, its document
 */
public record Haystack(String name, List<Episode> episodes, Map<EpisodeId, String> units) {

    public Haystack {
        requireNonNull(name, "name");
        episodes = List.copyOf(episodes);
        units = Map.copyOf(units);
    }

    /** The units of a ranking of episodes: each at the place of its best episode. */
    public List<String> rank(List<EpisodeId> found) {
        Set<String> ranked = new LinkedHashSet<>();
        found.stream().map(units::get).filter(Objects::nonNull).forEach(ranked::add);
        return List.copyOf(ranked);
    }
}
