package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.plan.Planner;
import io.personaagent.core.plan.PlannerException;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.Persona;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The steps of a turn: planner, tool, and so on to the outcome. Logs nothing. */
record Steps(Planner planner, Toolbox toolbox) {

    private static final String NOT_ASKED =
            "I don't know you well enough to answer that, and I have asked you enough questions in this session.";

    Steps {
        requireNonNull(planner, "planner");
        requireNonNull(toolbox, "toolbox");
    }

    Outcome carryOut(Situation situation, Turn turn) {
        if (turn.wasCancelled()) {
            return Outcome.cancelled(situation);
        }
        Optional<String> spent = turn.spent();
        if (spent.isPresent()) {
            return Outcome.gaveUp(situation, spent.get());
        }
        try {
            turn.thinking();
            Step step = planner.next(situation, turn);
            turn.decided(step);
            return step.fold(
                    answer -> Outcome.answered(situation, answer),
                    calls -> goOn(situation, calls, turn),
                    ask -> asked(situation, ask));
        } catch (PlannerException failed) {
            return Outcome.failed(situation, String.valueOf(failed.getMessage()));
        } catch (CancellationException cancelled) {
            return Outcome.cancelled(situation);
        }
    }

    /** A planner that asks more often than it may has nothing to say. */
    private static Outcome asked(Situation situation, Step.AskUser ask) {
        boolean tooOften =
                ask.aim() == Step.AskUser.Aim.LIKING && situation.background().questions() == 0;
        return tooOften
                ? Outcome.answered(situation, new Step.Answer(NOT_ASKED, List.of()))
                : Outcome.asked(situation, ask);
    }

    /** What is shown of memory: what was found, and where they bear on the answer, the latest labels. */
    List<Recollection> shown(Message message, Persona persona, Sifted found, LatestLabels labels) {
        return planner.weighsLabels(message, persona) ? labels.behind(found.shown()) : found.shown();
    }

    /** Who sees what is recalled for a message. */
    Use use(Message message) {
        return Use.of(planner.purpose(), message.text());
    }

    /** From calls that were decided on. */
    Outcome goOn(Situation situation, Step.UseTools step, Turn turn) {
        turn.using(step);
        List<Observation> observations = toolbox.run(step, turn.errand(use(situation.message()), situation, step));
        observations.forEach(turn::observed);
        Situation next = situation.observing(observations);
        turn.observed(next, step);
        return carryOut(next, turn.stepped());
    }
}
