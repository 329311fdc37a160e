package io.personaagent.app.eval.predict;

import java.util.List;

/** What LaMP measures; over no verdicts each is 0. */
public enum Metric {
    MAE("mae", false),
    RMSE("rmse", false),
    ACCURACY("accuracy", true),
    F1("f1", true);

    private final String text;
    private final boolean higherIsBetter;

    Metric(String text, boolean higherIsBetter) {
        this.text = text;
        this.higherIsBetter = higherIsBetter;
    }

    /** Those of an exam, the leading one first. */
    public static List<Metric> of(Exam exam) {
        return exam.labels().isEmpty() ? List.of(MAE, RMSE) : List.of(ACCURACY, F1);
    }

    public String text() {
        return text;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** @param labels how many labels there are, for F1 */
    double over(List<Verdict> verdicts, int labels) {
        return switch (this) {
            case MAE -> verdicts.stream().mapToDouble(Verdict::off).average().orElse(0);
            case RMSE ->
                Math.sqrt(verdicts.stream()
                        .mapToDouble(verdict -> verdict.off() * verdict.off())
                        .average()
                        .orElse(0));
            case ACCURACY ->
                verdicts.stream()
                        .mapToDouble(verdict -> verdict.gold() == verdict.said() ? 1 : 0)
                        .average()
                        .orElse(0);
            case F1 -> macro(verdicts, labels);
        };
    }

    /** The mean over all labels; one that neither occurs nor is said counts as 0. */
    private static double macro(List<Verdict> verdicts, int labels) {
        double[] right = new double[labels];
        double[] occurring = new double[labels];
        for (Verdict verdict : verdicts) {
            occurring[verdict.gold()]++;
            if (verdict.said() >= 0) {
                occurring[verdict.said()]++;
                right[verdict.said()] += verdict.said() == verdict.gold() ? 1 : 0;
            }
        }
        double sum = 0;
        for (int label = 0; label < labels; label++) {
            sum += occurring[label] == 0 ? 0 : 2 * right[label] / occurring[label];
        }
        return labels == 0 ? 0 : sum / labels;
    }
}
