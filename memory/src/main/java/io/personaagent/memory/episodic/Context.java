package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Records of kind {@code context}: a turn between its neighbours in the session. Of the same id as the turn. */
final class Context {

    static final String KIND = "context";

    /** Enough for the embedding model, and a megabyte is not written three times. */
    private static final int MOST_CHARACTERS = 2_000;

    private Context() {}

    static RecordKey key(String turn) {
        return new RecordKey(KIND, turn);
    }

    /** The context of the episode at a place of the session. */
    static DerivedRecord of(List<Episode> line, int at) {
        List<String> texts = new ArrayList<>();
        Set<EpisodeId> evidence = new TreeSet<>();
        for (Episode each : line.subList(Math.max(0, at - 1), Math.min(line.size(), at + 2))) {
            texts.add(cut(Turn.line(each)));
            evidence.add(each.id());
        }
        Episode middle = line.get(at);
        if (isGood(middle)) {
            texts.add(cut(middle.exchange().reply()));
        }
        texts.removeIf(String::isBlank);
        return new DerivedRecord(key(middle.id().value()), String.join("\n", texts), Map.of(), evidence, Vector.NONE);
    }

    /** The context of something that stands for itself. */
    static DerivedRecord alone(DerivedRecord turn) {
        return DerivedRecord.of(key(turn.key().id()), cut(turn.text()), turn.evidence());
    }

    /** The agent's own words are no memory of the person, unless the person said that they are right. */
    private static boolean isGood(Episode episode) {
        List<Feedback> feedback = episode.feedback();
        return !feedback.isEmpty() && feedback.get(feedback.size() - 1).verdict() == Feedback.Verdict.GOOD;
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_CHARACTERS) - 1));
    }
}
