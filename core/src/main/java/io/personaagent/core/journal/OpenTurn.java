package io.personaagent.core.journal;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.EpisodeId;
import java.util.List;

/**
 * A turn that was cut short while it waited for the person's word, or while the calls ran that they allowed.
 *
 * @param turn the episode that it will be logged as
 * @param message what the person said
 * @param rounds what came of the steps before
 * @param step the calls that were waited about
 * @param state how far it had come
 */
public record OpenTurn(
        EpisodeId turn, Message message, List<List<Observation>> rounds, Step.UseTools step, State state) {

    /** How far a turn had come. */
    public enum State {
        /** The person was waited for; nothing of the step has been done. */
        WAITING,
        /** Its calls were being made; what came of them is not known. */
        RUNNING,
        /** What came of its calls is among the rounds; what is next was being decided. */
        OBSERVED,
        /** Something in the calls was a secret and was not kept, so that they cannot be made any more. */
        INCOMPLETE
    }

    public OpenTurn {
        requireNonNull(turn, "turn");
        requireNonNull(message, "message");
        rounds = rounds.stream().map(List::copyOf).toList();
        requireNonNull(step, "step");
        requireNonNull(state, "state");
    }
}
