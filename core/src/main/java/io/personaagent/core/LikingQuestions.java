package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.persona.elicit.Told;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often a person may still be asked what they like: so often in each session, and what was asked stands in the log. Thread-safe. */
final class LikingQuestions {

    /** What a session asked before its latest so many episodes is forgiven. */
    private static final int LOOKED_THROUGH = 200;
    /** Of sessions that were counted and not heard of again, the oldest are counted anew. */
    private static final int MOST_SESSIONS = 1_000;

    private final EpisodeReader log;
    private final int perSession;
    private final Map<String, Integer> asked = new LinkedHashMap<>();

    LikingQuestions(EpisodeReader log, int perSession) {
        this.log = requireNonNull(log, "log");
        this.perSession = perSession;
    }

    synchronized int left(String session) {
        return perSession == 0 ? 0 : Math.max(0, perSession - asked.computeIfAbsent(session, this::counted));
    }

    /** Counts an episode in which the person was asked. */
    synchronized void note(Episode episode) {
        if (isAsked(episode)) {
            asked.computeIfPresent(episode.occasion().session(), (session, count) -> count + 1);
        }
        if (asked.size() > MOST_SESSIONS) {
            asked.remove(asked.keySet().iterator().next());
        }
    }

    private int counted(String session) {
        return (int) log.latest(LOOKED_THROUGH).stream()
                .filter(episode -> episode.occasion().session().equals(session))
                .filter(LikingQuestions::isAsked)
                .count();
    }

    private static boolean isAsked(Episode episode) {
        return episode.provenance().tags().contains(Told.ASKED_TAG);
    }
}
