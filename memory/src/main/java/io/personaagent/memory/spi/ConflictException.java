package io.personaagent.memory.spi;

import io.personaagent.memory.episode.EpisodeId;

/** An episode id is taken by an episode with another content; give the new one an id of its own. */
public final class ConflictException extends MemoryException {

    private static final long serialVersionUID = 1;

    public ConflictException(EpisodeId id) {
        super("episode '%s' exists with another content; a new episode needs an id of its own".formatted(id));
    }
}
