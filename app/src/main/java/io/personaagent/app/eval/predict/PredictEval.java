package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.subject.Account;
import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Subjects;
import io.personaagent.memory.spi.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures a subject in exams: itself, without each of its parts, beside what it must be better than, and with fewer labels. */
public final class PredictEval {

    private static final List<Integer> LABELS = List.of(0, 10, 20, 40, 80, 200);

    private final Subjects subjects;
    private final Setting own;
    private final Against against;
    private final Bootstrap bootstrap;

    /**
     * What it is compared with.
     *
     * @param parts without each of these; none where there is nothing to compare
     * @param baselines others that are asked the same
     * @param curve whether it is asked with fewer labels, too
     */
    public record Against(Set<Part> parts, List<Subjects> baselines, boolean curve) {

        /** Nothing but itself. */
        public static final Against NOTHING = new Against(Set.of(), List.of(), false);

        public Against {
            parts = Set.copyOf(parts);
            baselines = List.copyOf(baselines);
        }
    }

    /** What came of it, by exam, and what it took. */
    public record Results(List<ExamReport> exams, Account account) {
        public Results {
            exams = List.copyOf(exams);
            requireNonNull(account, "account");
        }
    }

    /** @param without what the subject has to do without */
    public PredictEval(Subjects subjects, Set<Part> without, Against against, Bootstrap bootstrap) {
        this.subjects = requireNonNull(subjects, "subjects");
        this.own = Setting.without(without);
        this.against = requireNonNull(against, "against");
        this.bootstrap = requireNonNull(bootstrap, "bootstrap");
    }

    /**
     * All of it.
     *
     * @param progress hears of people who are done, over all who are compared
     */
    public Results run(List<Exam> exams, Progress progress) {
        int runs = 1 + against.baselines().size();
        Marks marks = new Sitting(subjects, settings(exams)).sit(exams, part(progress, 0, runs));
        Map<String, Marks> baselines = new LinkedHashMap<>();
        for (Subjects baseline : against.baselines()) {
            Sitting sitting = new Sitting(baseline, List.of(Setting.without(Set.of())));
            baselines.put(baseline.named(), sitting.sit(exams, part(progress, baselines.size() + 1, runs)));
        }
        List<ExamReport> reports = new ArrayList<>();
        for (int number = 0; number < exams.size(); number++) {
            reports.add(report(exams.get(number), number, marks, baselines));
        }
        return new Results(reports, marks.account());
    }

    private static Progress part(Progress progress, int run, int runs) {
        return (done, all) -> progress.at(run * all + done, runs * all);
    }

    private List<Setting> settings(List<Exam> exams) {
        List<Setting> settings = new ArrayList<>(List.of(own));
        parts().forEach(part -> settings.add(own.lacking(part)));
        for (int labels : labels(exams)) {
            settings.add(own.after(labels));
            settings.add(own.lacking(Part.ALIGNMENT).after(labels));
        }
        return settings;
    }

    private List<Part> parts() {
        return against.parts().stream()
                .filter(part -> !own.without().contains(part))
                .sorted()
                .toList();
    }

    /** As many as there are, and the next number after that, where everybody is known whole. */
    private List<Integer> labels(List<Exam> exams) {
        int longest = exams.stream()
                .flatMap(exam -> exam.people().stream())
                .mapToInt(person -> person.log().size())
                .max()
                .orElse(0);
        List<Integer> labels = new ArrayList<>();
        for (int each : LABELS) {
            if (against.curve() && (labels.isEmpty() || labels.get(labels.size() - 1) < longest)) {
                labels.add(each);
            }
        }
        return labels;
    }

    private ExamReport report(Exam exam, int number, Marks marks, Map<String, Marks> baselines) {
        Map<String, List<Verdict>> verdicts = marks.of(own, number);
        Map<String, ExamReport.Compared> compared = new LinkedHashMap<>();
        baselines.forEach((name, other) ->
                compared.put(name, compared(exam, verdicts, other.of(Setting.without(Set.of()), number))));
        for (Part part : parts()) {
            compared.put(
                    "without " + part.name().toLowerCase(Locale.ROOT),
                    compared(exam, verdicts, marks.of(own.lacking(part), number)));
        }
        return new ExamReport(
                exam.task(), score(exam, verdicts), halves(exam, verdicts), compared, curve(exam, number, marks));
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

    private List<ExamReport.Point> curve(Exam exam, int number, Marks marks) {
        Metric metric = Metric.of(exam).get(0);
        return labels(List.of(exam)).stream()
                .map(labels -> new ExamReport.Point(
                        labels,
                        bootstrap.of(metric, exam.labels().size(), marks.of(own.after(labels), number)),
                        bootstrap.of(
                                metric,
                                exam.labels().size(),
                                marks.of(own.lacking(Part.ALIGNMENT).after(labels), number))))
                .toList();
    }
}
