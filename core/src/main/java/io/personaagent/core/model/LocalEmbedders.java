package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Embedders;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.spi.Embedder;
import java.util.function.Function;

/**
 * One of the models inside the process is wanted; nothing is ever sent anywhere. Thread-safe.
 *
 * @param model the one that is configured
 * @param made what embeds with a model
 */
public record LocalEmbedders(OnnxModel model, Function<OnnxModel, Embedder> made) implements Embedders {

    public LocalEmbedders {
        requireNonNull(model, "model");
        requireNonNull(made, "made");
    }

    @Override
    public Embedder wanted() {
        return made.apply(model);
    }

    @Override
    public String name() {
        return model.id();
    }

    @Override
    public boolean isWanted(String space) {
        return space.equals(model.id());
    }

    @Override
    public Embedder of(String space) {
        return unlessMissing(space, made);
    }

    /** What was configured before can be had if it is inside the process; a server's settings are gone. */
    static Embedder unlessMissing(String space, Function<OnnxModel, Embedder> made) {
        return OnnxModel.of(space)
                .map(made)
                .orElseGet(() -> Embedder.missing(
                        space,
                        "memory was built with %s, which is not configured any more; until it has been rebuilt it is searched by words alone"
                                .formatted(space)));
    }
}
