package io.personaagent.memory.episodic;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of kind {@code part}: the pieces of a long turn, each with a vector of its own, so that what stands at the end of a long
 * message is found as well as its beginning. Their ids are the turn's followed by a blank and a number.
 */
final class Part {

    static final String KIND = "part";

    /** A turn up to this length is one thought to an embedding model; its own vector has to do. */
    private static final int LONG = 900;

    private static final int CHARACTERS = 600;

    /** Embedding is what absorbing costs, so a paste of a megabyte is known by this many samples. */
    private static final int MOST = 8;

    /** About what an embedding model reads of a text. */
    private static final int MOST_CHARACTERS = 2_000;

    private static final String ENDS = ".!?\n。！？؟";

    private Part() {}

    /** None of a short turn. */
    static List<DerivedRecord> of(DerivedRecord turn) {
        String text = turn.text();
        if (text.length() <= LONG) {
            return List.of();
        }
        int parts = Math.min(MOST, (text.length() + CHARACTERS - 1) / CHARACTERS);
        String speaker = turn.attribute("speaker").isBlank() ? "" : turn.attribute("speaker") + ": ";
        List<DerivedRecord> all = new ArrayList<>();
        int from = 0;
        for (int number = 1; number <= parts; number++) {
            int to = number == parts ? text.length() : end(text, number, parts);
            String piece = first(text.substring(from, to).strip());
            if (!piece.isEmpty()) {
                all.add(record(turn, number, number == 1 ? piece : speaker + piece));
            }
            from = to;
        }
        return all;
    }

    private static DerivedRecord record(DerivedRecord turn, int number, String text) {
        RecordKey key = new RecordKey(KIND, turn.key().id() + " " + number);
        return new DerivedRecord(key, text, Map.of(), turn.evidence(), Vector.NONE);
    }

    /** Where a part ends: behind a sentence if one ends near, or else behind a word. */
    private static int end(String text, int number, int parts) {
        int even = (int) ((long) text.length() * number / parts);
        int window = Math.min(MOST_CHARACTERS, text.length() / parts) / 3;
        int word = -1;
        for (int away = 0; away <= window; away++) {
            for (int at : new int[] {even - away, even + away}) {
                if (endsSentence(text, at)) {
                    return at;
                }
                if (word < 0 && Character.isWhitespace(text.charAt(at))) {
                    word = at;
                }
            }
        }
        return word >= 0 ? word : whole(text, even);
    }

    /** A full stop inside a number or an address ends nothing; behind a character of a script without blanks it does. */
    private static boolean endsSentence(String text, int at) {
        char before = text.charAt(at - 1);
        return ENDS.indexOf(before) >= 0
                && (before == '\n' || before > 0x7f || Character.isWhitespace(text.charAt(at)));
    }

    private static String first(String piece) {
        return piece.length() <= MOST_CHARACTERS ? piece : piece.substring(0, whole(piece, MOST_CHARACTERS));
    }

    /** The place, or the one before it where it would part the two halves of a character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** The id of the turn that a part belongs to. */
    static String turn(RecordKey part) {
        return part.id().substring(0, part.id().lastIndexOf(' '));
    }

    /** The nearest part of each turn. */
    static Map<String, RecordKey> nearest(List<Hit> parts) {
        Map<String, RecordKey> nearest = new HashMap<>();
        parts.forEach(part -> nearest.putIfAbsent(turn(part.key()), part.key()));
        return nearest;
    }

    /** Turns, each as near as itself or its nearest part, whichever is nearer; the nearest first. */
    static List<Hit> pooled(List<Hit> turns, List<Hit> parts, int most) {
        Map<String, Double> best = new HashMap<>();
        turns.forEach(hit -> best.merge(hit.key().id(), hit.score(), Math::max));
        parts.forEach(hit -> best.merge(turn(hit.key()), hit.score(), Math::max));
        return best.entrySet().stream()
                .map(each -> new Hit(new RecordKey(Turn.KIND, each.getKey()), each.getValue()))
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key))
                .limit(most)
                .toList();
    }
}
