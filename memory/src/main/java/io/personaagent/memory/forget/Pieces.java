package io.personaagent.memory.forget;

import io.personaagent.memory.text.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Pieces of eight characters of what is forgotten, by which a trace of it is told. A piece that something which stays has as well proves
 * nothing, and is struck. Upper and lower case are the same. Not thread-safe.
 */
final class Pieces {

    static final int LENGTH = 8;

    /** From this many on, not each piece is taken but some of every text, evenly. */
    private static final int MOST = 8_192;

    private static final long BASE = 1_000_003;
    private static final long GONE = power();
    private static final int BITS = 1 << 20;

    private final Map<Long, Set<String>> byHash = new LinkedHashMap<>();
    private final BitSet known = new BitSet(BITS);

    private Pieces() {}

    static Pieces of(Collection<String> texts) {
        Pieces pieces = new Pieces();
        long characters = texts.stream().mapToLong(String::length).sum();
        int step = (int) Math.max(1, characters / MOST);
        texts.forEach(text -> pieces.add(text, step));
        return pieces;
    }

    private void add(String text, int step) {
        for (int at = 0; at + LENGTH <= text.length(); at += step) {
            add(text.substring(at, at + LENGTH));
        }
        // What a full-text index keeps: the terms, of which it may leave out a beginning that the term before has as well.
        if (byHash.size() < 2 * MOST) {
            for (String term : Terms.of(text)) {
                if (term.length() >= LENGTH) {
                    add(term.substring(0, LENGTH));
                    add(term.substring(term.length() - LENGTH));
                }
            }
        }
    }

    private void add(String piece) {
        if (piece.isBlank()) {
            return;
        }
        hashes(folded(piece), hash -> {
            byHash.computeIfAbsent(hash, first -> new LinkedHashSet<>()).add(piece);
            known.set(bit(hash));
        });
    }

    int size() {
        return byHash.size();
    }

    /** The pieces as they were written. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        byHash.values().forEach(all::addAll);
        return all;
    }

    /** Strikes those that occur in a text; how many there were. */
    int strike(String text) {
        int before = byHash.size();
        strikeAll(text);
        if (text.indexOf('\\') >= 0) {
            strikeAll(unescaped(text));
        }
        return before - byHash.size();
    }

    private void strikeAll(String text) {
        hashes(folded(text), hash -> {
            if (known.get(bit(hash))) {
                byHash.remove(hash);
            }
        });
    }

    private static void hashes(String text, LongConsumer each) {
        long hash = 0;
        for (int at = 0; at < text.length(); at++) {
            hash = hash * BASE + text.charAt(at);
            if (at >= LENGTH) {
                hash -= text.charAt(at - LENGTH) * GONE;
            }
            if (at >= LENGTH - 1) {
                each.accept(hash);
            }
        }
    }

    private static long power() {
        long power = 1;
        for (int i = 0; i < LENGTH; i++) {
            power *= BASE;
        }
        return power;
    }

    private static int bit(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 44);
    }

    /** Character by character, so that no text changes its length. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(at))));
        }
        return folded.toString();
    }

    /** A text out of JSON as it was before. */
    private static String unescaped(String json) {
        return json.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
