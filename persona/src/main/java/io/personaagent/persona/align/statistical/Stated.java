package io.personaagent.persona.align.statistical;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Trust;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Label;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.tendency.StatedPreference;
import io.personaagent.persona.tendency.StatedPreference.Stance;
import io.personaagent.persona.tendency.StatedPreferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the person said that they like or do not: the newest word counts, and what is old fades and goes. */
final class Stated {

    /** What counts less is not said any more: after about a year. */
    private static final double LEAST = 0.25;

    private static final double STEPS = 5;

    private final Lesson lesson;
    private final Own own;
    private final List<StatedPreference> said;

    Stated(Lesson lesson) {
        this.lesson = lesson;
        this.own = new Own(lesson, "stated-");
        this.said = lesson.known().stream()
                .filter(each -> each.episode().exchange().speaker().isEmpty())
                .flatMap(each -> words(each).stream())
                .toList();
    }

    private static List<StatedPreference> words(Labelled each) {
        List<StatedPreference> words = new ArrayList<>();
        // Who vouches for the labels of an import does not vouch for its words.
        if (each.episode().provenance().trust() == Trust.TRUSTED) {
            words.addAll(
                    StatedPreferences.in(each.query(), each.episode().occasion().happened(), each.id()));
        }
        // What was called good are the agent's words.
        if (each.label().kind() != Label.Kind.THUMB) {
            words.addAll(StatedPreferences.in(each.truth(), each.label().given(), each.id()));
        }
        return words;
    }

    /** What should be said, the newest first. */
    List<Statement> statements() {
        return StatedPreferences.inForce(said).stream()
                .filter(each -> StatedPreferences.strength(each, lesson.now()) >= LEAST)
                .map(this::statement)
                .filter(statement -> !isOlder(statement))
                .toList();
    }

    /** What was taken back since, and what has faded. */
    List<Edit.Remove> gone() {
        return own.there().stream().flatMap(there -> gone(there).stream()).toList();
    }

    private Optional<Edit.Remove> gone(Statement there) {
        Instant confirmed = there.support().confirmed();
        Optional<StatedPreference> newest = said.stream()
                .filter(each -> own.id(each.object()).equals(there.id()))
                .filter(each -> !each.said().isBefore(confirmed))
                .reduce((one, other) -> other.said().isBefore(one.said()) ? one : other);
        Optional<Edit.Remove> takenBack = newest.filter(last -> last.stance() == Stance.NO_LONGER)
                .map(last -> new Edit.Remove(there.id(), Set.of(last.episode())));
        Instant latest = newest.map(StatedPreference::said).orElse(confirmed);
        return takenBack.isPresent() || strength(latest) >= LEAST
                ? takenBack
                : Optional.of(new Edit.Remove(there.id(), there.support().evidence()));
    }

    private double strength(Instant when) {
        return StatedPreferences.strength(
                new StatedPreference("", Stance.FOR, when, new EpisodeId("any")), lesson.now());
    }

    /** What the persona says may come from a word that judges, and is not shown. */
    private boolean isOlder(Statement statement) {
        return lesson.persona()
                .find(statement.id())
                .filter(there ->
                        there.support().confirmed().isAfter(statement.support().confirmed()))
                .isPresent();
    }

    private Statement statement(StatedPreference stated) {
        Set<EpisodeId> evidence = said.stream()
                .filter(each -> each.object().equals(stated.object()) && each.stance() == stated.stance())
                .map(StatedPreference::episode)
                .collect(Collectors.toSet());
        Support counted = own.support(evidence);
        return new Statement(
                own.id(stated.object()),
                meaning(stated),
                new Support(counted.confidence(), evidence, lesson.now(), stated.said()),
                Standing.NEW);
    }

    /** In steps, so that a statement is not written anew each day. */
    private Meaning meaning(StatedPreference stated) {
        double strength = Math.ceil(StatedPreferences.strength(stated, lesson.now()) * STEPS) / STEPS;
        boolean against = stated.stance() == Stance.AGAINST;
        String words =
                switch (stated.stance()) {
                    case FOR -> "Likes %s.";
                    case ALWAYS -> "Always wants %s.";
                    case AGAINST, NO_LONGER -> "Does not like %s.";
                };
        return new Meaning(
                words.formatted(stated.object()),
                Statement.Kind.PREFERENCE,
                against ? Statement.Polarity.AGAINST : Statement.Polarity.FOR,
                strength);
    }
}
