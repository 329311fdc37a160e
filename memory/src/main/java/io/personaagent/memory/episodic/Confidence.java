package io.personaagent.memory.episodic;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Terms;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/**
 * How likely it is, by absolute measures, that a text is about the question. The ranking's scores are relative: in a memory of one
 * sentence that sentence is always the best.
 *
 * <p>A logistic regression on two signs: how much nearer the vectors are than those of unrelated sentences, and the share of the
 * question's terms that occur. It was fitted on the best match of 760 LoCoMo questions in the right conversation and in another one with
 * the names exchanged, and in memories of 1, 3 and 5 turns with and without the evidence; both sides weigh the same.
 */
final class Confidence {

    private static final double NEARNESS = 7.2;
    private static final double SHARED_TERMS = 4.35;
    private static final double BIAS = -4.5;
    /** Where there is no vector to ask with: what shares a term may be recalled, and what shares none is not. */
    private static final double UNKNOWN_NEARNESS = 0.3;

    /** Have nothing to do with each other. */
    private static final List<String> UNRELATED = List.of(
            "The train to the coast leaves at nine.",
            "She paints small birds on old plates.",
            "Our printer is out of ink again.",
            "He scored two goals in the second half.",
            "Quarterly taxes are due next month.",
            "Mushroom soup needs a little cream.");

    /** The same in Chinese: to a model that was made for it all English sentences look alike. */
    private static final List<String> UNRELATED_IN_CHINESE =
            List.of("去海边的火车九点开。", "她在旧盘子上画小鸟。", "我们的打印机又没墨了。", "他下半场进了两个球。", "下个月要交季度税。", "蘑菇汤里要加一点奶油。");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final DoubleSupplier unrelated;
    private final DoubleSupplier unrelatedInChinese;

    private Confidence(DoubleSupplier unrelated, DoubleSupplier unrelatedInChinese) {
        this.unrelated = unrelated;
        this.unrelatedInChinese = unrelatedInChinese;
    }

    /** Calibrated to an embedder, at the first question. */
    static Confidence calibratedTo(Embedder embedder) {
        return new Confidence(
                new Once(() -> meanCosine(embedder.passages(UNRELATED))),
                new Once(() -> meanCosine(embedder.passages(UNRELATED_IN_CHINESE))));
    }

    /** The same for what is asked in this language: of the languages in which it may be, the one that the model tells apart best. */
    Confidence inTheLanguageOf(String question) {
        return CHINESE.matcher(question).find()
                ? new Confidence(
                        () -> Math.min(unrelated.getAsDouble(), unrelatedInChinese.getAsDouble()), unrelatedInChinese)
                : this;
    }

    /** From 0 to 1. */
    double of(Set<String> terms, Vector asked, DerivedRecord found) {
        double nearness = asked.isNone() ? UNKNOWN_NEARNESS : nearness(asked, found);
        double weight = NEARNESS * nearness + SHARED_TERMS * share(terms, found.text()) + BIAS;
        return 1 / (1 + Math.exp(-weight));
    }

    private double nearness(Vector asked, DerivedRecord found) {
        return (cosine(asked, found.vector()) - unrelated()) / (1 - unrelated());
    }

    /** The cosine of two sentences that have nothing in common; embedding models differ widely here. */
    double unrelated() {
        return unrelated.getAsDouble();
    }

    private static double cosine(Vector asked, Vector found) {
        return found.model().equals(asked.model()) ? asked.cosine(found) : 0;
    }

    private static double share(Set<String> terms, String text) {
        Set<String> shared = new LinkedHashSet<>(terms);
        shared.retainAll(new HashSet<>(Terms.of(text)));
        return terms.isEmpty() ? 0 : (double) shared.size() / terms.size();
    }

    private static double meanCosine(List<Vector> vectors) {
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < vectors.size(); one++) {
            for (int other = one + 1; other < vectors.size(); other++) {
                sum += vectors.get(one).cosine(vectors.get(other));
                pairs++;
            }
        }
        return sum / pairs;
    }

    /** Asks once and remembers. */
    private static final class Once implements DoubleSupplier {

        private final DoubleSupplier source;
        private double value = Double.NaN;

        Once(DoubleSupplier source) {
            this.source = source;
        }

        @Override
        public synchronized double getAsDouble() {
            if (Double.isNaN(value)) {
                value = source.getAsDouble();
            }
            return value;
        }
    }
}
