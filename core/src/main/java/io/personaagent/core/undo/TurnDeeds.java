package io.personaagent.core.undo;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.util.List;

/** What the tools changed in one turn, in order. */
public record TurnDeeds(EpisodeId turn, Instant at, List<Deed> deeds) {

    public TurnDeeds {
        requireNonNull(turn, "turn");
        requireNonNull(at, "at");
        deeds = List.copyOf(deeds);
    }

    /** Whether something of it can be taken back. */
    public boolean isOpen() {
        return deeds.stream().anyMatch(deed -> deed.state() == Deed.State.OPEN);
    }

    TurnDeeds with(Deed changed) {
        return new TurnDeeds(
                turn,
                at,
                deeds.stream()
                        .map(deed -> deed.number() == changed.number() ? changed : deed)
                        .toList());
    }
}
