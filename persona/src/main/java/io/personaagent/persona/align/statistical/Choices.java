package io.personaagent.persona.align.statistical;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Label;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Task;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.Chosen;
import io.personaagent.persona.choice.LikingQuestion;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Propensities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the offered answers the person chooses, by what the question has: said where it is clearly more often than otherwise. */
final class Choices {

    private static final int FEWEST = 3;
    private static final int MOST = 12;
    private static final double LIKELY = 0.6;
    private static final double MORE_THAN_USUAL = 1.5;

    private final Own own;
    private final List<Known> known;
    private final Propensities propensities;

    Choices(Lesson lesson) {
        this.own = new Own(lesson, "chooses-");
        this.known = lesson.known().stream()
                .filter(each -> each.task() instanceof Task.Choice)
                .filter(each -> each.label().kind() != Label.Kind.THUMB)
                .filter(each -> LikingQuestion.in(each.query()).isEmpty())
                .map(each -> new Known(each.id(), thing(each.query()), option(each)))
                .toList();
        this.propensities = Propensities.of(known);
    }

    private static String thing(String query) {
        return ClosedQuestion.in(query).map(ClosedQuestion::thing).orElse(query);
    }

    /** What should be said, the most often seen first. */
    List<Statement> statements() {
        List<Habit> habits = new ArrayList<>();
        propensities
                .byFeature()
                .forEach((feature, counts) -> counts.forEach((label, count) -> {
                    Habit habit = new Habit(feature, label, count, sum(counts));
                    if (isWorthSaying(habit)) {
                        habits.add(habit);
                    }
                }));
        return habits.stream()
                .sorted(Comparator.comparingInt((Habit habit) -> -habit.count())
                        .thenComparing(Habit::feature)
                        .thenComparing(Habit::label))
                .limit(MOST)
                .map(this::statement)
                .toList();
    }

    /** What should be said no more. */
    List<Edit.Remove> gone() {
        return own.goneBut(statements());
    }

    private record Habit(String feature, String label, int count, int of) {}

    /** More likely than not, so that there is one for a feature at most. */
    private boolean isWorthSaying(Habit habit) {
        double share = (double) propensities.labels().getOrDefault(habit.label(), 0) / sum(propensities.labels());
        double here = propensities.propensity(habit.feature(), habit.label(), share);
        return habit.count() >= FEWEST && here >= LIKELY && here >= MORE_THAN_USUAL * share;
    }

    private Statement statement(Habit habit) {
        Set<EpisodeId> evidence = known.stream()
                .filter(each -> each.label().equals(habit.label()))
                .filter(each -> Propensities.features(each.text()).contains(habit.feature()))
                .map(Known::episode)
                .collect(Collectors.toSet());
        String text = new Chosen(habit.label(), habit.feature(), habit.count(), habit.of()).sentence();
        return new Statement(
                own.id(habit.feature()),
                Meaning.of(text, Statement.Kind.PREFERENCE),
                own.support(evidence),
                Standing.NEW);
    }

    /** "Coffee, please" chooses coffee. */
    private static String option(Labelled each) {
        return each.task() instanceof Task.Choice choice
                ? ChoiceQuestion.named(choice.options(), each.truth()).orElse(each.truth())
                : each.truth();
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }
}
