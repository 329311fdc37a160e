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

/** An interaction of which it is known what the person wanted. */
public record Labelled(Episode episode, Label label) {

    private static final List<String> YES_NO = List.of("yes", "no");

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

    /** What sort of answer was wanted: what the tags say, or what the question asks for and got: a mark, one of its options, a yes or a no. */
    public Task task() {
        Task tagged = Task.of(episode.provenance().tags());
        return tagged instanceof Task.Open ? rating().or(this::choice).orElse(tagged) : tagged;
    }

    private Optional<Task> rating() {
        return truth().matches("\\d{1,2}(?:\\.\\d)?")
                ? RatingQuestion.in(query()).map(asked -> new Task.Rating(asked.low(), asked.high()))
                : Optional.empty();
    }

    private Optional<Task> choice() {
        return options()
                .filter(options -> ChoiceQuestion.named(options, truth()).isPresent())
                .map(Task.Choice::new);
    }

    private Optional<List<String>> options() {
        return ChoiceQuestion.in(query()).map(ChoiceQuestion::options).or(() -> LikingQuestion.in(query())
                .map(asked -> YES_NO));
    }

    private static boolean isTheirs(Episode episode) {
        Provenance provenance = episode.provenance();
        boolean spoken = provenance.origin() != Origin.TOOL && provenance.origin() != Origin.AGENT;
        boolean echoed = provenance.tags().contains(Provenance.UNTRUSTED_INFLUENCE)
                && latest(episode).filter(Labelled::isGood).isPresent();
        return provenance.trust() == Trust.TRUSTED
                && spoken
                && !echoed
                && !episode.exchange().query().isBlank();
    }

    private static boolean isGood(Feedback feedback) {
        return feedback.verdict() == Verdict.GOOD;
    }

    private static Label label(Episode episode, String truth) {
        Feedback latest = latest(episode).orElseThrow();
        return new Label(kind(episode, latest), truth, latest.given());
    }

    private static Optional<Feedback> latest(Episode episode) {
        List<Feedback> all = episode.feedback();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static Label.Kind kind(Episode episode, Feedback latest) {
        if (isGood(latest)) {
            return Label.Kind.THUMB;
        }
        return Task.of(episode.provenance().tags())
                .fold(
                        open -> episode.provenance().origin() == Origin.IMPORT
                                ? Label.Kind.IMPORTED
                                : Label.Kind.CORRECTION,
                        choice -> Label.Kind.CHOICE,
                        rating -> Label.Kind.RATING);
    }
}
