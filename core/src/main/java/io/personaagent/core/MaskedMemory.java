package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Memory;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EmbedderException;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Vector;
import io.personaagent.persona.align.Rehearsal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Memory without a past interaction: what is hidden does not come out, and neither does what nearly asks the same, so that nobody finds
 * the answer by looking the question up.
 */
final class MaskedMemory {

    /** Two questions whose embeddings are nearer than this ask the same in other words. */
    static final double SAME = 0.95;

    private static final int MOST_ROUNDS = 4;

    private final Memory memory;
    private final Embedder embedder;
    private final Set<EpisodeId> hidden;
    private final Vector question;

    MaskedMemory(Memory memory, Embedder embedder, Rehearsal rehearsal) {
        this.memory = requireNonNull(memory, "memory");
        this.embedder = requireNonNull(embedder, "embedder");
        this.hidden = new HashSet<>(rehearsal.hidden());
        this.question = vector(rehearsal.interaction().query());
    }

    private MaskedMemory(Memory memory, Set<EpisodeId> hidden) {
        this.memory = requireNonNull(memory, "memory");
        this.embedder = Embedder.missing("none", "nothing else is masked");
        this.hidden = new HashSet<>(hidden);
        this.question = Vector.NONE;
    }

    /** With nothing masked but these. */
    static MaskedMemory without(Set<EpisodeId> hidden, Memory memory) {
        return new MaskedMemory(memory, hidden);
    }

    boolean hides(EpisodeId episode) {
        return hidden.contains(episode);
    }

    /** What comes out for a question; asked again as long as something comes out that has to be hidden too. */
    synchronized Sifted sift(RecallQuery query) {
        Sifted found = new Sifted(List.of(), List.of());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<EpisodeId> masked = new HashSet<>(query.hidden());
            masked.addAll(hidden);
            found = memory.sift(query.hiding(masked));
            if (!hidden.addAll(lookalikes(found.shown()))) {
                break;
            }
        }
        return new Sifted(found.shown().stream().filter(this::isClean).toList(), found.withheld());
    }

    private boolean isClean(Recollection found) {
        return Collections.disjoint(found.source().evidence(), hidden);
    }

    private Set<EpisodeId> lookalikes(List<Recollection> found) {
        if (question.isNone()) {
            return Set.of();
        }
        Set<EpisodeId> asked = new TreeSet<>();
        found.forEach(each -> asked.addAll(each.source().evidence()));
        asked.removeAll(hidden);
        List<EpisodeId> ids = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        asked.forEach(id -> memory.episodes().find(id).ifPresent(episode -> {
            ids.add(id);
            queries.add(episode.exchange().query());
        }));
        return near(ids, queries);
    }

    private Set<EpisodeId> near(List<EpisodeId> ids, List<String> queries) {
        Set<EpisodeId> near = new TreeSet<>();
        try {
            List<Vector> vectors = embedder.passages(queries);
            for (int place = 0; place < ids.size(); place++) {
                if (question.cosine(vectors.get(place)) >= SAME) {
                    near.add(ids.get(place));
                }
            }
        } catch (EmbedderException withoutVectors) {
            return Set.of();
        }
        return near;
    }

    /** Without an embedder only what asks the same in the same words is masked. */
    private Vector vector(String text) {
        try {
            return embedder.passage(text);
        } catch (EmbedderException withoutVectors) {
            return Vector.NONE;
        }
    }
}
