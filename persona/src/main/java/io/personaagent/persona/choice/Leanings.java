package io.personaagent.persona.choice;

import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.memory.text.SameText;
import io.personaagent.persona.Statement;
import io.personaagent.persona.tendency.Propensities;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.StatedPreference;
import io.personaagent.persona.tendency.StatedPreferences;
import io.personaagent.persona.tendency.Tendencies;
import io.personaagent.persona.tendency.Tendency;
import io.personaagent.persona.tendency.Traits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a persona says of what the person leans to, and what they told only now: how they rate, what they chose, and what they said that
 * they like. Polarity, strength and confidence of a statement count; a newer word goes before an older one. Immutable.
 */
public final class Leanings {

    /** As much as a statement that rests on one episode and has not faded; about what a yes lets one expect of a thing. */
    private static final double SAID_NOW = 0.5;

    private final List<Effect> effects = new ArrayList<>();
    private final List<Held> likings = new ArrayList<>();
    private final List<Choosing> choices = new ArrayList<>();

    private Leanings() {}

    private record Effect(Reason reason, Tendency tendency) {}

    private record Held(Reason reason, Subject about) {}

    private record Choosing(Statement statement, Chosen chosen) {}

    /**
     * Those of these statements.
     *
     * @param told what was said only now, oldest first; it goes before what a statement says of the same
     */
    public static Leanings of(List<Statement> statements, List<StatedPreference> told) {
        Leanings leanings = new Leanings();
        Set<String> now = told.stream().map(StatedPreference::matter).collect(Collectors.toSet());
        Optional<Tendencies> scores =
                Sentences.read(statements.stream().map(Statement::text).toList());
        statements.forEach(statement -> leanings.add(statement, now));
        scores.ifPresent(known -> statements.forEach(
                statement -> leanings.addEffect(statement, known.level().spread())));
        StatedPreferences.inForce(told).forEach(leanings::add);
        return leanings;
    }

    private void add(Statement statement, Set<String> now) {
        Chosen.in(statement.text()).ifPresent(chosen -> choices.add(new Choosing(statement, chosen)));
        Liking.in(statement).filter(liking -> !now.contains(liking.matter())).ifPresent(liking -> {
            double worth = statement.strength() * statement.support().confidence() * (liking.liked() ? 1 : -1);
            likings.add(new Held(reason(statement, worth, 1), Subject.of(liking.object())));
        });
    }

    private void addEffect(Statement statement, double spread) {
        Sentences.effect(statement.text())
                .ifPresent(tendency -> effects.add(
                        new Effect(reason(statement, tendency.effect() / spread, tendency.of()), tendency)));
    }

    private void add(StatedPreference told) {
        double worth = told.stance() == Stance.AGAINST ? -SAID_NOW : SAID_NOW;
        likings.add(new Held(
                new Reason("", told.sentence(), List.of(told.episode()), worth, 1), Subject.of(told.object())));
    }

    private static Reason reason(Statement statement, double worth, int seen) {
        return new Reason(statement.id(), statement.text(), List.of(), worth, seen);
    }

    /** How something stands by itself. */
    public Weighed weigh(String thing) {
        Traits traits = Traits.of(thing);
        List<Reason> reasons = new ArrayList<>();
        for (Effect effect : effects) {
            double weight = traits.weights().getOrDefault(effect.tendency().trait(), 0.0);
            if (weight != 0) {
                reasons.add(effect.reason().times(weight));
            }
        }
        Subject subject = Subject.of(thing);
        for (Held liking : likings) {
            double like = subject.likeness(liking.about());
            if (like > 0) {
                reasons.add(liking.reason().times(like));
            }
        }
        return new Weighed(thing, reasons);
    }

    /** How the options of a question stand, in its order: by themselves, and by what is chosen where such things are spoken of. */
    public List<Weighed> weigh(ChoiceQuestion question) {
        Set<String> features = Set.copyOf(Propensities.features(question.text()));
        return question.options().stream()
                .map(option -> new Weighed(
                        option,
                        Stream.concat(
                                        weigh(option).reasons().stream(),
                                        chosen(
                                                option,
                                                features,
                                                question.options().size()))
                                .toList()))
                .toList();
    }

    private Stream<Reason> chosen(String option, Set<String> features, int options) {
        return choices.stream()
                .filter(each -> features.contains(each.chosen().feature()))
                .filter(each -> SameText.of(each.chosen().label()).equals(SameText.of(option)))
                .map(each -> reason(
                        each.statement(),
                        each.chosen().worth(options),
                        each.chosen().of()));
    }

    /** What the person is said to like, or not to like; the strongest first. */
    public List<Reason> likings(boolean liked) {
        List<Reason> all = new ArrayList<>();
        likings.stream()
                .map(Held::reason)
                .filter(reason -> reason.worth() > 0 == liked && reason.worth() != 0)
                .forEach(all::add);
        all.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.worth())));
        return List.copyOf(all);
    }
}
