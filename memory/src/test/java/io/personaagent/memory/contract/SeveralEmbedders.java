package io.personaagent.memory.contract;

import io.personaagent.memory.Embedders;
import io.personaagent.memory.spi.Embedder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Embedders that differ in nothing but the ids of their spaces, for tests; remembers which was asked. */
public final class SeveralEmbedders implements Embedders {

    private final Map<String, Embedder> made = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String wanted;

    /** The first one is wanted. */
    public SeveralEmbedders(String... ids) {
        for (String id : ids) {
            HashingEmbedder model = new HashingEmbedder();
            made.put(
                    id,
                    new Embedder(
                            id,
                            () -> {
                                asked.add(id);
                                return model;
                            },
                            ""));
        }
        this.wanted = ids[0];
    }

    /** Wants another one. */
    public void want(String id) {
        wanted = id;
    }

    /** Which one was asked for vectors, in order; forgets it. */
    public List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public Embedder wanted() {
        return of(wanted);
    }

    @Override
    public String name() {
        return wanted;
    }

    @Override
    public boolean isWanted(String space) {
        return space.equals(wanted);
    }

    @Override
    public Embedder of(String space) {
        Embedder found = made.get(space);
        return found == null ? Embedder.missing(space, "there is no '%s'".formatted(space)) : found;
    }
}
