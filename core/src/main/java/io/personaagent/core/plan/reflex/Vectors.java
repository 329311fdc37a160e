package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vectors of short texts, each embedded when it is first asked for; the latest are kept. Thread-safe. */
public final class Vectors {

    /** How many vectors are kept: examples of a hundred tools. */
    static final int MAX_KEPT = 1_000;
    /** What comes after this many characters is not embedded; the model reads no further anyway. */
    static final int MAX_CHARACTERS = 1_000;

    private final Embedder embedder;
    private final Map<String, Vector> kept = new LinkedHashMap<>(16, 0.75f, true);

    public Vectors(Embedder embedder) {
        this.embedder = requireNonNull(embedder, "embedder");
    }

    /** The vector of what somebody said. */
    Vector query(String text) {
        return embedder.query(cut(text));
    }

    /** The vectors in the order of the texts. */
    List<Vector> of(List<String> texts) {
        List<String> cut = texts.stream().map(Vectors::cut).toList();
        Map<String, Vector> known = known(cut);
        List<String> unknown =
                cut.stream().filter(text -> !known.containsKey(text)).distinct().toList();
        List<Vector> made = embedder.passages(unknown);
        for (int i = 0; i < unknown.size(); i++) {
            known.put(unknown.get(i), made.get(i));
        }
        keep(known);
        return cut.stream().map(known::get).toList();
    }

    synchronized int kept() {
        return kept.size();
    }

    private synchronized Map<String, Vector> known(List<String> texts) {
        Map<String, Vector> known = new LinkedHashMap<>();
        for (String text : texts) {
            Vector vector = kept.get(text);
            if (vector != null) {
                known.put(text, vector);
            }
        }
        return known;
    }

    private synchronized void keep(Map<String, Vector> made) {
        kept.putAll(made);
        while (kept.size() > MAX_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }
}
