package io.personaagent.core.select;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vectors that are kept in a file, so that no text is embedded at each start. Of texts that were said nothing is kept. Thread-safe. */
public final class KeptVectors implements TextVectors {

    private static final int BATCH = 64;

    private final Embedder embedder;
    private final Path folder;
    private final Map<String, float[]> kept = new LinkedHashMap<>();
    private boolean loaded;

    /** @param folder where the file is; made when there is something to be kept */
    public KeptVectors(Embedder embedder, Path folder) {
        this.embedder = requireNonNull(embedder, "embedder");
        this.folder = requireNonNull(folder, "folder");
    }

    @Override
    public Vector query(String text) {
        return embedder.query(text);
    }

    @Override
    public synchronized List<Vector> of(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        String space = embedder.id();
        VectorCacheFile file = new VectorCacheFile(folder, space);
        if (!loaded) {
            kept.putAll(file.read());
            loaded = true;
        }
        List<String> unknown = texts.stream()
                .filter(text -> !kept.containsKey(VectorCacheFile.key(text)))
                .distinct()
                .toList();
        embed(unknown);
        if (!unknown.isEmpty()) {
            file.write(kept);
        }
        List<Vector> vectors = new ArrayList<>();
        texts.forEach(text -> vectors.add(Vector.of(space, requireNonNull(kept.get(VectorCacheFile.key(text)), text))));
        return vectors;
    }

    /** Piece by piece, so that a waiting thread can be interrupted in between. */
    private void embed(List<String> texts) {
        for (int from = 0; from < texts.size(); from += BATCH) {
            List<String> piece = texts.subList(from, Math.min(texts.size(), from + BATCH));
            List<Vector> made = embedder.passages(piece);
            for (int at = 0; at < piece.size(); at++) {
                kept.put(VectorCacheFile.key(piece.get(at)), made.get(at).values());
            }
        }
    }
}
