package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The answer key of one question, sealed: it judges an answer and tells nothing else. */
public final class Key {

    private static final double WORST_LOW = 1;
    private static final double WORST_HIGH = 5;

    private final String gold;
    private final List<String> labels;

    private Key(String gold, List<String> labels) {
        this.gold = requireNonNull(gold, "gold").strip();
        this.labels = List.copyOf(labels);
    }

    /** Of a score. */
    static Key score(String gold) {
        Double.parseDouble(gold);
        return new Key(gold, List.of());
    }

    /** One of the labels. */
    static Key label(String gold, List<String> labels) {
        Key key = new Key(gold, labels);
        if (!labels.contains(key.gold)) {
            throw new IllegalArgumentException("'%s' is none of %s".formatted(key.gold, labels));
        }
        return key;
    }

    /** As LaMP judges: labels must agree exactly but for blanks around; a score that is no number is the worst of 1 and 5. */
    public Verdict judge(String answer) {
        return labels.isEmpty() ? score(answer, Double.parseDouble(gold)) : label(answer.strip());
    }

    private Verdict label(String answer) {
        int said = labels.indexOf(answer);
        int right = labels.indexOf(gold);
        return new Verdict(said == right ? 0 : 1, right, said, said >= 0);
    }

    private static Verdict score(String answer, double right) {
        try {
            double said = Double.parseDouble(answer.strip());
            if (Double.isFinite(said)) {
                return new Verdict(Math.abs(said - right), -1, -1, true);
            }
        } catch (NumberFormatException none) {
            return worst(right);
        }
        return worst(right);
    }

    private static Verdict worst(double right) {
        return new Verdict(Math.max(Math.abs(WORST_LOW - right), Math.abs(WORST_HIGH - right)), -1, -1, false);
    }
}
