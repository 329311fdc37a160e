package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Subject;
import io.personaagent.app.eval.subject.Subjects;
import io.personaagent.memory.spi.Progress;
import io.personaagent.tools.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Asks subjects the questions of exams. They see the question and what they have heard so far, never the key. */
final class Sitting {

    private final Subjects subjects;
    private final List<Setting> settings;

    /** @param settings each in which everything is to be asked */
    Sitting(Subjects subjects, List<Setting> settings) {
        this.subjects = requireNonNull(subjects, "subjects");
        this.settings = List.copyOf(settings);
    }

    /**
     * What became of it; several people at once.
     *
     * @param progress hears of people who are done
     */
    Marks sit(List<Exam> exams, Progress progress) {
        List<Candidate> candidates = Candidate.of(exams);
        AtomicLong done = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
        try {
            List<Future<Marks>> all = new ArrayList<>();
            for (int number = 0; number < candidates.size(); number++) {
                Candidate candidate = candidates.get(number);
                UserId user = new UserId("person-" + number);
                all.add(threads.submit(() -> {
                    Marks marks = sit(candidate, user);
                    progress.at(done.incrementAndGet(), candidates.size());
                    return marks;
                }));
            }
            Marks marks = new Marks();
            all.forEach(each -> marks.add(result(each)));
            return marks;
        } finally {
            threads.shutdownNow();
        }
    }

    private Marks sit(Candidate candidate, UserId user) {
        NavigableSet<Integer> stops = new TreeSet<>();
        settings.forEach(setting -> stops.add(stop(setting, candidate)));
        Marks marks = new Marks();
        try (Subject subject = subjects.about(user)) {
            int heard = 0;
            for (int stop : stops) {
                subject.hear(candidate.log().subList(heard, stop));
                heard = stop;
                ask(subject, candidate, stop, marks);
            }
            marks.took(subject.account());
        }
        return marks;
    }

    /** Where a log is shorter than two settings want, they are the same. */
    private void ask(Subject subject, Candidate candidate, int stop, Marks marks) {
        Map<Set<Part>, List<List<Verdict>>> asked = new HashMap<>();
        for (Setting setting : settings) {
            if (stop(setting, candidate) == stop) {
                List<List<Verdict>> verdicts =
                        asked.computeIfAbsent(setting.without(), without -> asked(subject, candidate, without));
                for (int exam = 0; exam < verdicts.size(); exam++) {
                    if (!verdicts.get(exam).isEmpty()) {
                        marks.add(setting, exam, candidate.user(), verdicts.get(exam));
                    }
                }
            }
        }
    }

    private static List<List<Verdict>> asked(Subject subject, Candidate candidate, Set<Part> without) {
        return candidate.exercises().stream()
                .map(exercises -> exercises.stream()
                        .map(each -> each.key().judge(subject.answer(each.question(), without)))
                        .toList())
                .toList();
    }

    private static int stop(Setting setting, Candidate candidate) {
        return Math.min(setting.labels(), candidate.log().size());
    }

    private static Marks result(Future<Marks> one) {
        try {
            return one.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
