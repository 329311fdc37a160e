package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.persona.Statement;
import io.personaagent.persona.prototype.Kindred;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.Habit;
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

    private static final int MOST = 80;

    private final ClosedPlanner planner = new ReflexClosedPlanner(MOST);

    /** The score; empty where none is asked for, and where nothing is known or guessed of how they rate. */
    public Optional<Step.Answer> answer(Situation situation) {
        Background background = situation.background();
        Kindred kindred = background.kindred();
        return RatingQuestion.in(situation.message().text())
                .flatMap(asked -> Sentences.read(background.persona().texts())
                        .map(own -> own(asked, own, situation))
                        .or(() -> guess(asked, kindred)));
    }

    private Step.Answer own(RatingQuestion asked, Tendencies own, Situation situation) {
        Kindred kindred = situation.background().kindred();
        boolean guessed = kindred.weight(own.level().labels()) > 0;
        Ask ask = ask(asked, own);
        Memories memories = Gathered.of(situation.background(), ask).memories();
        return new Step.Answer(
                "%s, going by how you rate%s."
                        .formatted(
                                score(ask, kindred.beside(own), memories),
                                guessed ? ", and by " + people(kindred) : ""),
                List.of(),
                steering(asked, situation));
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

    private Optional<Step.Answer> guess(RatingQuestion asked, Kindred kindred) {
        if (kindred.prototype().isNone()) {
            return Optional.empty();
        }
        Tendencies guessed = kindred.alone(asked.scale(Habit.NONE));
        return Optional.of(new Step.Answer(
                "%s; I do not know yet how you rate, so this goes by %s."
                        .formatted(score(ask(asked, guessed), guessed, Memories.NONE), people(kindred)),
                List.of()));
    }

    private static String people(Kindred kindred) {
        return "%d people like you".formatted(kindred.prototype().people());
    }

    private static Ask ask(RatingQuestion asked, Tendencies known) {
        return new Ask.Rate(asked.thing(), asked.scale(known.habit()));
    }

    private String score(Ask ask, Tendencies known, Memories memories) {
        return planner.answer(ask, new Learnt(known, Propensities.NONE), memories);
    }
}
