package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.persona.Statement;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.Propensities;
import io.personaagent.persona.tendency.RatingQuestion;
import io.personaagent.persona.tendency.ReflexClosedPlanner;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.Trait;
import io.personaagent.persona.tendency.Traits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers how the person would rate something, from the numbers that their persona says. Thread-safe. */
public final class Ratings {

    private final ClosedPlanner planner = new ReflexClosedPlanner(1);

    /** The score; empty where none is asked for, and where the persona says nothing of how they rate. */
    public Optional<Step.Answer> answer(Situation situation) {
        return RatingQuestion.in(situation.message().text()).flatMap(asked -> Sentences.read(said(situation))
                .map(known -> answer(asked, known, steering(asked, situation))));
    }

    private static List<String> said(Situation situation) {
        return situation.background().persona().statements().stream()
                .map(Statement::text)
                .toList();
    }

    /** How they rate at all, and each effect that the thing has a part in. */
    private static List<String> steering(RatingQuestion asked, Situation situation) {
        Set<Trait> traits = Traits.of(asked.thing()).weights().keySet();
        return situation.background().persona().statements().stream()
                .filter(statement -> Sentences.effect(statement.text())
                        .map(effect -> traits.contains(effect.trait()))
                        .orElseGet(() -> Sentences.isOne(statement.text())))
                .map(Statement::id)
                .toList();
    }

    private Step.Answer answer(RatingQuestion asked, Tendencies known, List<String> steering) {
        Ask ask = new Ask.Rate(asked.thing(), asked.scale(known.habit()));
        String score = planner.answer(ask, new Learnt(known, Propensities.NONE), Memories.NONE);
        return new Step.Answer("%s, going by how you rate.".formatted(score), List.of(), steering);
    }
}
