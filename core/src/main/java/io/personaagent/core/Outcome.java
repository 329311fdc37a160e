package io.personaagent.core;

import io.personaagent.core.turn.Backing;
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
record Outcome(Situation situation, Reply.End end, String text, Grounds grounds) {

    /**
     * What decided an outcome.
     *
     * @param steered the ids of the persona's statements
     * @param backing what else the answer names
     * @param asked for a liking of the person
     */
    record Grounds(List<EpisodeId> cited, List<String> steered, Backing backing, boolean asked) {
        static final Grounds NONE = new Grounds(List.of(), List.of(), Backing.NONE, false);

        Grounds {
            cited = List.copyOf(cited);
            steered = List.copyOf(steered);
        }
    }

    List<EpisodeId> cited() {
        return grounds.cited();
    }

    static Outcome answered(Situation situation, Step.Answer answer) {
        return new Outcome(
                situation,
                Reply.End.ANSWERED,
                answer.text(),
                new Grounds(answer.cites(), answer.steered(), answer.backing(), false));
    }

    static Outcome asked(Situation situation, Step.AskUser ask) {
        return new Outcome(
                situation,
                Reply.End.ASKED,
                ask.question(),
                new Grounds(List.of(), List.of(), Backing.NONE, ask.aim() == Step.AskUser.Aim.LIKING));
    }

    static Outcome gaveUp(Situation situation, String reason) {
        return new Outcome(situation, Reply.End.GAVE_UP, reason, Grounds.NONE);
    }

    static Outcome failed(Situation situation, String reason) {
        return new Outcome(situation, Reply.End.FAILED, reason, Grounds.NONE);
    }

    static Outcome cancelled(Situation situation) {
        return new Outcome(situation, Reply.End.CANCELLED, "Cancelled.", Grounds.NONE);
    }
}
