package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer of which the person says something: checks that it fits the answer and makes feedback of it. */
public record Answered(Episode episode) {

    public Answered {
        requireNonNull(episode, "episode");
    }

    /**
     * A mark: of the thing, where the question was for one; else of the answer, which is good or bad by it.
     *
     * @throws IllegalArgumentException when the mark is outside the question's scale, or says neither good nor bad of an answer
     */
    public Feedback rated(Mark mark, Instant given) {
        return asked().map(asked -> Feedback.corrected(mark.within(asked).text(), given))
                .orElseGet(() -> thumb(mark, given));
    }

    /**
     * A choice among the offered answers, by words, letter or number.
     *
     * @throws IllegalArgumentException when nothing was offered, or this was not
     */
    public Feedback chosen(String choice, Instant given) {
        Offer offer = Labelled.offer(episode);
        if (offer.options().isEmpty()) {
            throw new IllegalArgumentException(
                    "neither that answer nor its question offered anything to choose among; a correction says what is right");
        }
        String option = offer.named(choice)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' was not offered; there were: %s".formatted(choice.strip(), offer.words())));
        boolean influenced = episode.provenance().tags().contains(Provenance.UNTRUSTED_INFLUENCE);
        if (influenced && offer.worded(choice).isEmpty()) {
            throw new IllegalArgumentException(
                    "that answer may repeat words of others; choose by the words of the option: " + offer.words());
        }
        return Feedback.corrected(option, given);
    }

    /**
     * An interaction that is only a mark of a thing.
     *
     * @throws IllegalArgumentException when the mark is outside its scale
     */
    public static Episode marked(EpisodeId id, String session, Mark mark, String thing, Instant given) {
        Task.Rating scale = mark.scale();
        String range = scale.equals(Mark.USUAL) ? "" : " out of " + Mark.text(scale.to());
        return new Episode(
                id,
                new Occasion(session, given, given),
                new Exchange("", "How would I rate %s%s?".formatted(thing.strip(), range), List.of(), ""),
                new Provenance(Origin.FEEDBACK, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of(scale.tag())),
                List.of(Feedback.corrected(mark.within(scale).text(), given)));
    }

    private Optional<Task.Rating> asked() {
        return Labelled.asked(episode) instanceof Task.Rating rating ? Optional.of(rating) : Optional.empty();
    }

    private static Feedback thumb(Mark mark, Instant given) {
        double share = mark.share();
        if (share > 0.25 && share < 0.75) {
            throw new IllegalArgumentException(
                    "%s says neither that the answer was right nor that it was wrong; a correction says what would have been right"
                            .formatted(mark.given()));
        }
        return share >= 0.75 ? Feedback.good(given) : Feedback.bad(given);
    }
}
