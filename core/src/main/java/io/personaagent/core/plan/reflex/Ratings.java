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
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.Trait;
import io.personaagent.persona.tendency.Traits;
import io.personaagent.tools.Ground;
import io.personaagent.tools.Score;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The score that the person would give on the scale that they use; empty where nothing is known of how they rate. */
    Optional<Score> score(String thing, Background background) {
        return Sentences.read(background.persona().texts()).map(own -> {
            RatingQuestion asked = new RatingQuestion(thing, 1, top(own));
            Scale scale = asked.scale(own.habit());
            Ask ask = new Ask.Rate(thing, scale);
            double value = Double.parseDouble(score(
                    ask,
                    background.kindred().beside(own),
                    Gathered.of(background, ask).memories()));
            double spread = own.level().spread();
            Score.Range range = new Score.Range(
                    Math.min(value, scale.nearest(value - spread)),
                    Math.max(value, scale.nearest(value + spread)),
                    scale.high());
            return new Score(value, range, own.level().labels(), grounds(asked, background));
        });
    }

    /** A persona tells scores, and not out of how many: the usual scale that they fit into. */
    private static double top(Tendencies own) {
        double highest =
                own.habit().counts().keySet().stream().reduce(own.level().mean(), Math::max);
        return IntStream.of(5, 10).filter(top -> highest <= top).findFirst().orElse(100);
    }

    private static List<Ground> grounds(RatingQuestion asked, Background background) {
        Traits traits = Traits.of(asked.thing());
        return steering(asked, background)
                .map(statement -> new Ground(
                        statement.text(),
                        statement.id(),
                        Sentences.effect(statement.text())
                                .map(effect ->
                                        effect.effect() * traits.weights().getOrDefault(effect.trait(), 0.0))
                                .orElse(0.0)))
                .toList();
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
                steering(asked, situation.background()).map(Statement::id).toList());
    }

    /** How they rate at all, and each effect that the thing has a part in. */
    private static Stream<Statement> steering(RatingQuestion asked, Background background) {
        Set<Trait> traits = Traits.of(asked.thing()).weights().keySet();
        return background.persona().statements().stream().filter(statement -> Sentences.effect(statement.text())
                .map(effect -> traits.contains(effect.trait()))
                .orElseGet(() -> Sentences.isOne(statement.text())));
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
