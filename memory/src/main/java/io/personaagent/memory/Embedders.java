package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Embedder;

/** The embedders that a host can make: the one that is configured, and others for vectors that were made before it was. */
public interface Embedders {

    /** The one that is configured. */
    Embedder wanted();

    /** What the one that is configured is called; known without asking anything of it. */
    String name();

    /** Whether vectors of this embedding space are such as are wanted; so is the {@link #name} itself. */
    boolean isWanted(String space);

    /** One that makes vectors of this space; {@linkplain Embedder#missing a missing one} where it cannot be had. */
    Embedder of(String space);

    /** Nothing but this one. */
    static Embedders only(Embedder embedder) {
        requireNonNull(embedder, "embedder");
        return new Embedders() {
            @Override
            public Embedder wanted() {
                return embedder;
            }

            @Override
            public String name() {
                return embedder.id();
            }

            @Override
            public boolean isWanted(String space) {
                return space.equals(embedder.id());
            }

            @Override
            public Embedder of(String space) {
                return isWanted(space)
                        ? embedder
                        : Embedder.missing(space, "there is no embedder for vectors of '%s'".formatted(space));
            }
        };
    }
}
