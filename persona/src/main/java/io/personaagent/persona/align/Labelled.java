package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Feedback.Verdict;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Trust;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.LikingQuestion;
import io.personaagent.persona.tendency.RatingQuestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An interaction of which it is known what the person wanted. */
public record Labelled(Episode episode, Label label) {

    private static final List<String> YES_NO = List.of("yes", "no");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d)?");

    public Labelled {
        requireNonNull(episode, "episode");
        requireNonNull(label, "label");
    }

    /**
     * Empty when the episode has no ground truth, or one that others may have written: an episode that is not the person's own word, or a
     * reply that was called good and was made under the influence of words of others.
     */
    public static Optional<Labelled> of(Episode episode) {
        return isTheirs(episode)
                ? episode.groundTruth()
                        .filter(truth -> !truth.isBlank())
                        .map(truth -> new Labelled(episode, label(episode, truth)))
                : Optional.empty();
    }

    public EpisodeId id() {
        return episode.id();
    }

    public String query() {
        return episode.exchange().query();
    }

    public String truth() {
        return label.truth();
    }

    /** What sort of answer was wanted: what the tags say, a mark where one was asked for and given, one of what the reply or the question offers, a yes or a no. */
    public Task task() {
        return task(episode, truth());
    }

    private static Task task(Episode episode, String truth) {
        Task asked = asked(episode);
        if (asked instanceof Task.Rating rating && !isTagged(episode)) {
            return NUMBER.matcher(truth).matches() ? rating : new Task.Open();
        }
        Offer offer = asked instanceof Task.Open ? offer(episode) : new Offer(List.of());
        if (offer.worded(truth).isPresent()) {
            return new Task.Choice(offer.options());
        }
        return asked instanceof Task.Open ? choice(episode, truth).orElse(asked) : asked;
    }

    /** One of the options that the question names, or a yes or a no. */
    private static Optional<Task> choice(Episode episode, String truth) {
        String query = episode.exchange().query();
        return ChoiceQuestion.in(query)
                .map(ChoiceQuestion::options)
                .or(() -> LikingQuestion.in(query).map(asked -> YES_NO))
                .filter(options -> ChoiceQuestion.named(options, truth).isPresent())
                .map(Task.Choice::new);
    }

    /** What sort of answer the interaction asks for: what the tags say, or a mark where the question is for one. */
    static Task asked(Episode episode) {
        return isTagged(episode)
                ? Task.of(episode.provenance().tags())
                : RatingQuestion.in(episode.exchange().query())
                        .<Task>map(asked -> new Task.Rating(asked.low(), asked.high()))
                        .orElseGet(Task.Open::new);
    }

    /** What could be chosen: what the tags say, what the reply offered, or what the question did. */
    static Offer offer(Episode episode) {
        if (Task.of(episode.provenance().tags()) instanceof Task.Choice tagged
                && !tagged.options().isEmpty()) {
            return new Offer(tagged.options());
        }
        Offer replied = Offer.in(episode.exchange().reply());
        return replied.options().isEmpty()
                ? ChoiceQuestion.in(episode.exchange().query())
                        .map(asked -> new Offer(asked.options()))
                        .orElse(replied)
                : replied;
    }

    private static boolean isTagged(Episode episode) {
        return !(Task.of(episode.provenance().tags()) instanceof Task.Open);
    }

    private static boolean isTheirs(Episode episode) {
        Provenance provenance = episode.provenance();
        boolean spoken = provenance.origin() != Origin.TOOL && provenance.origin() != Origin.AGENT;
        boolean echoed = provenance.tags().contains(Provenance.UNTRUSTED_INFLUENCE)
                && latest(episode).filter(Labelled::isGood).isPresent();
        return (provenance.trust() == Trust.TRUSTED || isVouchedFor(provenance))
                && spoken
                && !echoed
                && !episode.exchange().query().isBlank();
    }

    /** The person who imported it said that the labels in it are theirs; its words stay those of others. */
    private static boolean isVouchedFor(Provenance provenance) {
        return provenance.origin() == Origin.IMPORT && provenance.tags().contains(Provenance.OWN_LABEL);
    }

    private static boolean isGood(Feedback feedback) {
        return feedback.verdict() == Verdict.GOOD;
    }

    private static Label label(Episode episode, String truth) {
        Feedback latest = latest(episode).orElseThrow();
        return new Label(kind(episode, latest, truth), truth, latest.given());
    }

    private static Optional<Feedback> latest(Episode episode) {
        List<Feedback> all = episode.feedback();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static Label.Kind kind(Episode episode, Feedback latest, String truth) {
        if (isGood(latest)) {
            return Label.Kind.THUMB;
        }
        return task(episode, truth)
                .fold(
                        open -> episode.provenance().origin() == Origin.IMPORT
                                ? Label.Kind.IMPORTED
                                : Label.Kind.CORRECTION,
                        choice -> Label.Kind.CHOICE,
                        rating -> Label.Kind.RATING);
    }
}
