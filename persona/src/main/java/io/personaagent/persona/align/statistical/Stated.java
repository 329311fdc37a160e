package io.personaagent.persona.align.statistical;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.choice.Liking;
import io.personaagent.persona.tendency.StatedPreference;
import io.personaagent.persona.tendency.StatedPreferences;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person said that they like or do not, in the whole log: the newest word counts, and what is old fades and goes. A newer word goes
 * before any statement that says otherwise of the same, whoever made it.
 */
final class Stated {

    /** What counts less is not said any more: after about a year. */
    private static final double LEAST = 0.25;

    private static final double STEPS = 5;

    private final Lesson lesson;
    private final Own own;

    Stated(Lesson lesson) {
        this.lesson = lesson;
        this.own = new Own(lesson, "stated-");
    }

    /** What should be said, the newest first; nothing that a statement of another's says already, or of which a pinned one speaks. */
    List<Statement> statements() {
        return StatedPreferences.inForce(lesson.told()).stream()
                .filter(each -> StatedPreferences.strength(each.said(), lesson.now()) >= LEAST)
                .filter(each -> others().noneMatch(there -> covers(there, each)))
                .map(this::statement)
                .filter(statement -> !isOlder(statement))
                .toList();
    }

    /** What was taken back since, and what has faded. */
    List<Edit.Remove> gone() {
        return lesson.persona().statements().stream()
                .flatMap(there -> (isOwn(there) ? gone(there) : contradicted(there)).stream())
                .toList();
    }

    private boolean isOwn(Statement there) {
        return there.id().startsWith(own.prefix());
    }

    private Stream<Statement> others() {
        return lesson.persona().statements().stream().filter(there -> !isOwn(there));
    }

    private static boolean covers(Statement there, StatedPreference said) {
        return Liking.in(there)
                .filter(liking -> liking.matter().equals(said.matter()))
                .filter(liking -> there.pinned() || liking.liked() == isLiked(said))
                .isPresent();
    }

    private static boolean isLiked(StatedPreference said) {
        return said.stance() == Stance.FOR || said.stance() == Stance.ALWAYS;
    }

    /** A statement of another's against which the newest word speaks that was said after it was confirmed. */
    private Optional<Edit.Remove> contradicted(Statement there) {
        return Liking.in(there)
                .flatMap(liking -> newest(liking.matter(), there.support().confirmed())
                        .filter(last -> last.stance() == Stance.NO_LONGER || isLiked(last) != liking.liked()))
                .map(last -> new Edit.Remove(there.id(), Set.of(last.episode())));
    }

    private Optional<Edit.Remove> gone(Statement there) {
        Instant confirmed = there.support().confirmed();
        Optional<StatedPreference> newest = lesson.told().stream()
                .filter(each -> own.id(each.matter()).equals(there.id()))
                .filter(each -> !each.said().isBefore(confirmed))
                .max(Comparator.comparing(StatedPreference::said));
        Optional<Edit.Remove> takenBack = newest.filter(last -> last.stance() == Stance.NO_LONGER)
                .map(last -> new Edit.Remove(there.id(), Set.of(last.episode())));
        Instant latest = newest.map(StatedPreference::said).orElse(confirmed);
        return takenBack.isPresent() || StatedPreferences.strength(latest, lesson.now()) >= LEAST
                ? takenBack
                : Optional.of(new Edit.Remove(there.id(), there.support().evidence()));
    }

    private Optional<StatedPreference> newest(String matter, Instant after) {
        return lesson.told().stream()
                .filter(each -> each.matter().equals(matter) && each.said().isAfter(after))
                .max(Comparator.comparing(StatedPreference::said));
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
        Set<EpisodeId> evidence = lesson.told().stream()
                .filter(each -> each.matter().equals(stated.matter()) && each.stance() == stated.stance())
                .map(StatedPreference::episode)
                .collect(Collectors.toSet());
        Support counted = own.support(evidence);
        return new Statement(
                own.id(stated.matter()),
                meaning(stated),
                new Support(counted.confidence(), evidence, lesson.now(), stated.said()),
                Standing.NEW);
    }

    /** In steps, so that a statement is not written anew each day. */
    private Meaning meaning(StatedPreference stated) {
        double strength = Math.ceil(StatedPreferences.strength(stated.said(), lesson.now()) * STEPS) / STEPS;
        return new Meaning(
                stated.sentence(),
                Statement.Kind.PREFERENCE,
                isLiked(stated) ? Statement.Polarity.FOR : Statement.Polarity.AGAINST,
                strength);
    }
}
