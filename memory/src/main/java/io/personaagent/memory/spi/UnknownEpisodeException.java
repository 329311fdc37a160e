package io.personaagent.memory.spi;

import io.personaagent.memory.episode.EpisodeId;

/** There is no episode of that id in this person's log. */
public final class UnknownEpisodeException extends MemoryException {

    private static final long serialVersionUID = 1;

    public UnknownEpisodeException(EpisodeId id) {
        super("there is no episode '%s'".formatted(id));
    }
}
