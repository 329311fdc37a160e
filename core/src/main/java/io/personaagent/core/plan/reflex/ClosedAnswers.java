package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Propensities;
import io.personaagent.persona.tendency.ReflexClosedPlanner;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.Tendencies;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions that allow only certain answers, and says nothing besides: from the numbers that the persona says, and where it says
 * none, from how what was recalled had been answered. Thread-safe.
 */
public final class ClosedAnswers {

    private static final int MOST = 80;

    private final ClosedPlanner planner = new ReflexClosedPlanner(MOST);

    /** The answer; empty where the question is open. */
    public Optional<Step.Answer> answer(Situation situation) {
        return ClosedQuestion.in(situation.message().text())
                .map(ClosedQuestion::ask)
                .map(ask -> new Step.Answer(answer(ask, situation), List.of()));
    }

    private String answer(Ask ask, Situation situation) {
        Gathered gathered = Gathered.of(situation.background(), ask);
        return planner.answer(ask, learnt(ask, situation, gathered.known()), gathered.memories());
    }

    /** How often labels were given is counted only where one is asked for, and of all else where the persona says nothing. */
    private static Learnt learnt(Ask ask, Situation situation, List<Known> recalled) {
        Optional<Tendencies> scores =
                Sentences.read(situation.background().persona().texts());
        if (scores.isPresent() && !(ask instanceof Ask.Classify)) {
            return new Learnt(scores.get(), Propensities.NONE);
        }
        Learnt summary = Learnt.summary(recalled, scale(ask));
        return new Learnt(scores.orElse(summary.scores()), summary.labels());
    }

    private static Scale scale(Ask ask) {
        if (ask instanceof Ask.Rate rate) {
            return rate.scale();
        }
        return ask instanceof Ask.Prefer prefer ? prefer.scale() : new Scale(1, 2, 1);
    }
}
