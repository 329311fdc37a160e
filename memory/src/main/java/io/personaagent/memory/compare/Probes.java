package io.personaagent.memory.compare;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.text.Utterance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What backends are asked when they are compared: the person's own questions, and where those are too few other turns of theirs.
 *
 * <p>Each turn is asked as it was said, at the time it was said, with itself hidden: "had you not known this, what would you have thought
 * of?" What was said later can be found as well, so it is no test of the past but one of agreement.
 *
 * @param queries what is asked
 * @param questions how many of these, the first ones, are the person's own questions
 */
public record Probes(List<RecallQuery> queries, int questions) {

    private static final int PAGE = 500;

    public Probes {
        queries = List.copyOf(queries);
    }

    /** A sample of the log, the same for the same seed. */
    public static Probes sampled(EpisodeReader log, int limit, Random random) {
        List<Episode> turns = turns(log);
        Collections.shuffle(turns, random);
        List<Episode> chosen = new ArrayList<>(
                turns.stream().filter(Probes::isQuestion).limit(limit).toList());
        int questions = chosen.size();
        turns.stream()
                .filter(turn -> !isQuestion(turn))
                .limit(limit - questions)
                .forEach(chosen::add);
        return new Probes(chosen.stream().map(Probes::query).toList(), questions);
    }

    /** The turns that say something, as they last stand in the log; a text that was said often counts once. */
    private static List<Episode> turns(EpisodeReader log) {
        Map<String, Episode> turns = new LinkedHashMap<>();
        List<LogEntry> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(LogEntry::episode)
                    .filter(episode -> !episode.exchange().query().isBlank())
                    .forEach(episode -> turns.putIfAbsent(episode.exchange().query(), episode));
            page = log.after(page.get(page.size() - 1).position(), PAGE);
        }
        return new ArrayList<>(turns.values());
    }

    private static boolean isQuestion(Episode episode) {
        return Utterance.isQuestion(episode.exchange().query());
    }

    private static RecallQuery query(Episode episode) {
        return RecallQuery.about(episode.exchange().query(), episode.occasion().happened())
                .hiding(Set.of(episode.id()));
    }
}
