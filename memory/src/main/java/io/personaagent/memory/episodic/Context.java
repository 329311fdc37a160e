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

    /** With both neighbours enough for the embedding model, and a megabyte is not written three times. */
    private static final int MOST_CHARACTERS = 1_400;

    /** Of a neighbour: the part that stands beside the turn. A long one must not crowd out the turn itself. */
    private static final int MOST_OF_A_NEIGHBOUR = 300;

    private Context() {}

    static RecordKey key(String turn) {
        return new RecordKey(KIND, turn);
    }

    /** The context of the episode at a place of the session. */
    static DerivedRecord of(List<Episode> line, int at) {
        Episode middle = line.get(at);
        List<Episode> before = line.subList(Math.max(0, at - 1), at);
        List<Episode> after = line.subList(at + 1, Math.min(line.size(), at + 2));
        List<String> texts = new ArrayList<>();
        before.forEach(each -> texts.add(last(Turn.line(each))));
        texts.add(first(Turn.line(middle), MOST_CHARACTERS));
        after.forEach(each -> texts.add(first(Turn.line(each), MOST_OF_A_NEIGHBOUR)));
        if (isGood(middle)) {
            texts.add(first(middle.exchange().reply(), MOST_CHARACTERS));
        }
        texts.removeIf(String::isBlank);
        return new DerivedRecord(
                key(middle.id().value()),
                String.join("\n", texts),
                Map.of(),
                evidence(before, middle, after),
                Vector.NONE);
    }

    /** The context of something that stands for itself. */
    static DerivedRecord alone(DerivedRecord turn) {
        return DerivedRecord.of(key(turn.key().id()), first(turn.text(), MOST_CHARACTERS), turn.evidence());
    }

    /** The agent's own words are no memory of the person, unless the person said that they are right. */
    private static boolean isGood(Episode episode) {
        List<Feedback> feedback = episode.feedback();
        return !feedback.isEmpty() && feedback.get(feedback.size() - 1).verdict() == Feedback.Verdict.GOOD;
    }

    private static Set<EpisodeId> evidence(List<Episode> before, Episode middle, List<Episode> after) {
        Set<EpisodeId> evidence = new TreeSet<>(Set.of(middle.id()));
        before.forEach(each -> evidence.add(each.id()));
        after.forEach(each -> evidence.add(each.id()));
        return evidence;
    }

    private static String first(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most));
    }

    private static String last(String text) {
        int from = text.length() - MOST_OF_A_NEIGHBOUR;
        return from <= 0 ? text : text.substring(whole(text, from));
    }

    /** The place, or the one before it where it would part the two halves of a character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
