package io.personaagent.memory.compare;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import java.util.List;

/** What one backend recalled for one question, and how long that took. */
record Answer(List<Recollection> found, long nanos) {

    Answer {
        found = List.copyOf(found);
    }

    /** The episodes, the best first: two backends may word the same memory in two ways. */
    List<EpisodeId> episodes() {
        return found.stream()
                .map(recollection -> recollection.source().evidence().get(0))
                .distinct()
                .toList();
    }
}
