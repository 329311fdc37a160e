package io.personaagent.app.eval.dataset;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what was said, one message an episode. The episodes' ids and sessions are numbers, because in some sets the original names
 * say which of them hold an answer. Not thread-safe.
 */
final class Transcript {

    private static final Provenance IMPORTED =
            new Provenance(Origin.IMPORT, Trust.UNTRUSTED, Sensitivity.ORDINARY, Set.of());

    private final List<Episode> episodes = new ArrayList<>();
    private final Map<EpisodeId, String> units = new LinkedHashMap<>();
    private final Map<String, String> sessions = new LinkedHashMap<>();

    /**
     * Where and when something was said.
     *
     * @param session what belongs together; empty for what stands for itself
     */
    record Place(String session, Instant when) {}

    /** Adds a message that counts as a unit. */
    void add(String unit, Place place, Exchange said) {
        EpisodeId id = new EpisodeId("m%06d".formatted(episodes.size()));
        String session = place.session().isEmpty()
                ? ""
                : sessions.computeIfAbsent(place.session(), name -> "s%04d".formatted(sessions.size()));
        episodes.add(new Episode(id, new Occasion(session, place.when(), place.when()), said, IMPORTED));
        units.put(id, unit);
    }

    /** The same with something else said first, at the same place; what follows is shared. */
    Transcript withFirst(Exchange said) {
        Transcript other = new Transcript();
        other.episodes.addAll(episodes);
        other.units.putAll(units);
        other.sessions.putAll(sessions);
        Episode first = episodes.get(0);
        other.episodes.set(0, new Episode(first.id(), first.occasion(), said, IMPORTED));
        return other;
    }

    /** The units that there are. */
    Set<String> units() {
        return new HashSet<>(units.values());
    }

    Haystack haystack(String name) {
        return new Haystack(name, episodes, units);
    }

    /** The day after the last message. */
    Instant dayAfter() {
        return episodes.stream()
                .map(episode -> episode.occasion().happened())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .plus(Duration.ofDays(1));
    }

    /** A message between a person and an assistant: the person's own are without a speaker. */
    static Exchange message(String role, String text) {
        return Exchange.said(role.equals("user") ? "" : role, text);
    }
}
