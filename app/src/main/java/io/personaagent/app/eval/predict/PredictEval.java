package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Progress;
import io.personaagent.persona.tendency.ClosedPlanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures a planner in an exam: itself, without each of its parts, beside what it must be better than, and with fewer labels. */
public final class PredictEval {

    private static final List<Integer> LABELS = List.of(0, 5, 10, 20, 40, 80, 120, 160, 200);

    private final ClosedPlanner planner;
    private final Ablation ablation;
    private final Bootstrap bootstrap;

    public PredictEval(ClosedPlanner planner, Ablation ablation, Bootstrap bootstrap) {
        this.planner = requireNonNull(planner, "planner");
        this.ablation = requireNonNull(ablation, "ablation");
        this.bootstrap = requireNonNull(bootstrap, "bootstrap");
    }

    /**
     * All of it.
     *
     * @param progress hears of questions that were answered, over all runs
     */
    public ExamReport run(Exam exam, Progress progress) {
        Counter counter = new Counter(progress, exam.questions());
        Map<String, List<Verdict>> own = sit(planner, ablation, exam, counter);
        Map<String, ExamReport.Compared> compared = new LinkedHashMap<>();
        for (ConstantPlanner constant : ConstantPlanner.values()) {
            compared.put(constant.named(), compared(exam, own, sit(constant, whole(), exam, counter)));
        }
        for (Ablation.Part part : EnumSet.complementOf(EnumSet.copyOf(withNone()))) {
            compared.put(
                    "without " + part.name().toLowerCase(Locale.ROOT),
                    compared(exam, own, sit(planner, ablation.without(part), exam, counter)));
        }
        return new ExamReport(exam.task(), score(exam, own), halves(exam, own), compared, curve(exam, counter));
    }

    private EnumSet<Ablation.Part> withNone() {
        EnumSet<Ablation.Part> parts = EnumSet.noneOf(Ablation.Part.class);
        parts.addAll(ablation.parts());
        return parts;
    }

    private Ablation whole() {
        return new Ablation(EnumSet.noneOf(Ablation.Part.class), ablation.alignEvery());
    }

    private static Map<String, List<Verdict>> sit(
            ClosedPlanner planner, Ablation ablation, Exam exam, Counter counter) {
        Map<String, List<Verdict>> verdicts = new Sitting(planner, ablation).sit(exam, counter::at);
        counter.sat();
        return verdicts;
    }

    private ExamReport.Score score(Exam exam, Map<String, List<Verdict>> verdicts) {
        int questions = verdicts.values().stream().mapToInt(List::size).sum();
        long unparsable = verdicts.values().stream()
                .flatMap(List::stream)
                .filter(verdict -> !verdict.parsed())
                .count();
        Map<Metric, Estimate> metrics = new LinkedHashMap<>();
        for (Metric metric : Metric.of(exam)) {
            metrics.put(metric, bootstrap.of(metric, exam.labels().size(), verdicts));
        }
        return new ExamReport.Score(verdicts.size(), questions, (int) unparsable, metrics);
    }

    private ExamReport.Compared compared(Exam exam, Map<String, List<Verdict>> own, Map<String, List<Verdict>> other) {
        Map<Metric, Estimate> difference = new LinkedHashMap<>();
        for (Metric metric : Metric.of(exam)) {
            difference.put(metric, bootstrap.difference(metric, exam.labels().size(), other, own));
        }
        return new ExamReport.Compared(score(exam, other), difference);
    }

    private List<ExamReport.Score> halves(Exam exam, Map<String, List<Verdict>> verdicts) {
        List<String> users = verdicts.keySet().stream().sorted().toList();
        List<ExamReport.Score> halves = new ArrayList<>();
        for (int half = 0; half < Math.min(2, users.size()); half++) {
            Map<String, List<Verdict>> some = new LinkedHashMap<>();
            for (int place = half; place < users.size(); place += 2) {
                some.put(users.get(place), verdicts.getOrDefault(users.get(place), List.of()));
            }
            halves.add(score(exam, some));
        }
        return halves;
    }

    private List<ExamReport.Point> curve(Exam exam, Counter counter) {
        Metric metric = Metric.of(exam).get(0);
        int longest = exam.people().stream()
                .mapToInt(person -> person.log().size())
                .max()
                .orElse(0);
        List<ExamReport.Point> curve = new ArrayList<>();
        for (int labels : LABELS) {
            if (curve.isEmpty() || curve.get(curve.size() - 1).labels() < longest) {
                Exam shorter = exam.of(exam.people().stream()
                        .map(person -> person.knownBy(labels))
                        .toList());
                curve.add(new ExamReport.Point(
                        labels,
                        bootstrap.of(metric, exam.labels().size(), sit(planner, ablation, shorter, counter)),
                        bootstrap.of(
                                metric,
                                exam.labels().size(),
                                sit(planner, ablation.without(Ablation.Part.ALIGNMENT), shorter, counter))));
            }
        }
        return curve;
    }

    /** Tells how many questions were answered over all runs. */
    private static final class Counter {

        private static final int RUNS =
                1 + ConstantPlanner.values().length + Ablation.Part.values().length + 2 * LABELS.size();

        private final Progress progress;
        private final long questions;
        private long sittings;

        private Counter(Progress progress, long questions) {
            this.progress = progress;
            this.questions = questions;
        }

        private void at(long done, long all) {
            progress.at(sittings * questions + Math.min(done, all), RUNS * questions);
        }

        private void sat() {
            sittings++;
        }
    }
}
