package io.personaagent.core;

import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.EpisodeId;
import java.util.List;

/**
 * How a turn ended, before it is logged.
 *
 * @param situation what the planner saw last
 */
record Outcome(Situation situation, Reply.End end, String text, List<EpisodeId> cited) {

    Outcome {
        cited = List.copyOf(cited);
    }

    static Outcome answered(Situation situation, Step.Answer answer) {
        return new Outcome(situation, Reply.End.ANSWERED, answer.text(), answer.cites());
    }

    static Outcome asked(Situation situation, Step.AskUser ask) {
        return new Outcome(situation, Reply.End.ASKED, ask.question(), List.of());
    }

    static Outcome gaveUp(Situation situation, String reason) {
        return new Outcome(situation, Reply.End.GAVE_UP, reason, List.of());
    }

    static Outcome failed(Situation situation, String reason) {
        return new Outcome(situation, Reply.End.FAILED, reason, List.of());
    }

    static Outcome cancelled(Situation situation) {
        return new Outcome(situation, Reply.End.CANCELLED, "Cancelled.", List.of());
    }
}
