package io.personaagent.app.eval.contest;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts that several haystacks or backends have in common, so that each is embedded once. Only while something is absorbed:
 * a question is embedded for each who is asked, because that is part of what recall costs. In memory it is bounded. Thread-safe.
 */
public final class PassageCache {

    private static final int MOST = 60_000;

    private final Map<String, Embedding> known = new HashMap<>();
    private final Optional<VectorFile> file;
    private boolean open;

    /** For one run. */
    public PassageCache() {
        this.file = Optional.empty();
    }

    private PassageCache(VectorFile file) {
        this.file = Optional.of(file);
    }

    /**
     * Across runs: the vectors of a model in a file of a folder.
     *
     * @param model names the embedding space
     * @throws UncheckedIOException when it cannot be read or written
     */
    public static PassageCache keptIn(Path folder, String model) {
        return new PassageCache(VectorFile.open(folder.resolve(model.replaceAll("[^\\w.-]", "_") + ".vectors")));
    }

    /** From now on. */
    public synchronized void open() {
        open = true;
    }

    synchronized void close() {
        open = false;
    }

    /** The model, asked only for what is not known while this is open. */
    public EmbeddingModel around(EmbeddingModel model) {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return isOpen() ? Response.from(embedded(segments, model)) : model.embedAll(segments);
            }

            @Override
            public int dimension() {
                return model.dimension();
            }
        };
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private List<Embedding> embedded(List<TextSegment> segments, EmbeddingModel model) {
        Map<String, Embedding> vectors = new HashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (TextSegment segment : segments) {
            @Nullable Embedding found = find(segment.text());
            if (found == null) {
                missing.add(segment.text());
            } else {
                vectors.put(segment.text(), found);
            }
        }
        if (!missing.isEmpty()) {
            List<String> texts = List.copyOf(missing);
            List<Embedding> made = model.embedAll(
                            texts.stream().map(TextSegment::from).toList())
                    .content();
            keep(texts, made);
            for (int at = 0; at < texts.size(); at++) {
                vectors.put(texts.get(at), made.get(at));
            }
        }
        List<Embedding> all = new ArrayList<>();
        segments.forEach(segment -> all.add(vectors.get(segment.text())));
        return all;
    }

    private synchronized @Nullable Embedding find(String text) {
        return file.isPresent() ? file.get().find(text) : known.get(text);
    }

    private synchronized void keep(List<String> texts, List<Embedding> made) {
        if (file.isPresent()) {
            file.get().add(texts, made);
            return;
        }
        for (int at = 0; at < texts.size() && known.size() < MOST; at++) {
            known.put(texts.get(at), made.get(at));
        }
    }
}
