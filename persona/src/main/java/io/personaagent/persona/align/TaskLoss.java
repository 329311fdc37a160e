package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EmbedderException;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.SameText;
import io.personaagent.memory.text.Terms;
import io.personaagent.persona.choice.ChoiceQuestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loss by task: for a choice 0 or 1; for a rating the difference, over the widest that there can be; for a text 0 where it is the same
 * or says the same and little more, else by the cosine of their embeddings: 1 where they are no nearer than any two short answers are, or
 * an answer would count as better for being wrong in a similar way. Where the embedder fails, one minus the share of words that both have
 * (F1) takes its place.
 */
public final class TaskLoss implements NumericLoss {

    /** An answer that holds the right one is right as long as it does not bury it. */
    private static final int WORDS_AROUND = 12;

    /** Answers with nothing in common are as near as this to each other: embeddings leave much of the scale unused. */
    private static final double UNRELATED = 0.75;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(?:[.,]\\d{1,6})?");

    private final Embedder embedder;

    public TaskLoss(Embedder embedder) {
        this.embedder = requireNonNull(embedder, "embedder");
    }

    @Override
    public double of(Labelled interaction, String answer) {
        String truth = interaction.truth();
        return interaction
                .task()
                .fold(
                        open -> text(truth, answer),
                        choice -> choice(choice, truth, answer),
                        rating -> rating(rating, truth, answer));
    }

    /** An answer in a sentence counts for the one option that it names. */
    private static double choice(Task.Choice choice, String truth, String answer) {
        if (SameText.of(truth).equals(SameText.of(answer))) {
            return 0;
        }
        Optional<String> wanted = ChoiceQuestion.named(choice.options(), truth);
        return wanted.isPresent() && wanted.equals(ChoiceQuestion.named(choice.options(), answer)) ? 0 : 1;
    }

    /** What is no number is as wrong as can be. */
    private static double rating(Task.Rating rating, String truth, String answer) {
        Matcher wanted = NUMBER.matcher(truth);
        Matcher said = NUMBER.matcher(answer);
        if (!wanted.find() || !said.find()) {
            return 1;
        }
        double difference = Math.abs(number(wanted.group()) - number(said.group()));
        return Math.min(1, difference / (rating.to() - rating.from()));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private double text(String truth, String answer) {
        String wanted = SameText.of(truth);
        String said = SameText.of(answer);
        if (wanted.equals(said)) {
            return 0;
        }
        if (said.isEmpty() || wanted.isEmpty()) {
            return 1;
        }
        return says(wanted, said) ? 0 : distance(truth, answer);
    }

    private static boolean says(String wanted, String said) {
        int more = said.split(" ", -1).length - wanted.split(" ", -1).length;
        return more <= WORDS_AROUND && SameText.within(wanted, said);
    }

    private double distance(String truth, String answer) {
        try {
            List<Vector> vectors = embedder.passages(List.of(truth, answer));
            return bounded((1 - vectors.get(0).cosine(vectors.get(1))) / (1 - UNRELATED));
        } catch (EmbedderException missing) {
            return bounded(1 - overlap(truth, answer));
        }
    }

    private static double overlap(String truth, String answer) {
        Set<String> wanted = new HashSet<>(Terms.of(truth));
        Set<String> said = new HashSet<>(Terms.of(answer));
        int all = wanted.size() + said.size();
        wanted.retainAll(said);
        return all == 0 ? 0 : 2.0 * wanted.size() / all;
    }

    private static double bounded(double loss) {
        return Math.max(0, Math.min(1, loss));
    }
}
