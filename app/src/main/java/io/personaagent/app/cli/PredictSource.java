package io.personaagent.app.cli;

import io.personaagent.app.eval.dataset.DataFiles;
import io.personaagent.app.eval.dataset.DatasetException;
import io.personaagent.app.eval.predict.Exam;
import io.personaagent.app.eval.predict.LampFiles;
import io.personaagent.app.eval.predict.Person;
import io.personaagent.app.eval.predict.PredictRun;
import io.personaagent.app.eval.predict.Synthetic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Where exams come from. */
record PredictSource(PredictRun.Source source, Reader reader) {

    private static final int SYNTHETIC_PEOPLE = 40;

    /** Reads them. */
    interface Reader {
        List<Exam> read() throws IOException;
    }

    static PredictSource synthetic(int limit, long seed) {
        int people = limit == 0 ? SYNTHETIC_PEOPLE : limit;
        return new PredictSource(
                new PredictRun.Source("synthetic", "made with seed " + seed, true, limit, seed),
                () -> Synthetic.make(people, seed));
    }

    static PredictSource lamp(Path questions, Path outputs, int limit, long seed) {
        return new PredictSource(
                new PredictRun.Source("lamp", questions.toString(), false, limit, seed),
                () -> List.of(LampFiles.read(questions, outputs)));
    }

    static PredictSource movielens(Path folder, int limit, long seed) {
        return new PredictSource(
                new PredictRun.Source("movielens", folder.toString(), false, limit, seed),
                () -> List.of(both(folder, "rating"), both(folder, "choice")));
    }

    /** All exams, each about the same drawn people where there is a limit. */
    List<Exam> exams() throws IOException {
        try {
            List<Exam> exams = reader.read();
            return source.limit() == 0
                    ? exams
                    : exams.stream().map(this::limited).toList();
        } catch (DatasetException unreadable) {
            throw new Failure("%s: %s".formatted(source.dataset(), unreadable.getMessage()));
        }
    }

    private Exam limited(Exam exam) {
        List<String> users = new ArrayList<>(
                exam.people().stream().map(Person::user).distinct().sorted().toList());
        Collections.shuffle(users, new Random(source.seed()));
        Set<String> drawn = new HashSet<>(users.subList(0, Math.min(source.limit(), users.size())));
        return exam.of(exam.people().stream()
                .filter(person -> drawn.contains(person.user()))
                .toList());
    }

    private static Exam both(Path folder, String task) throws IOException {
        return LampFiles.read(file(folder, task + "_questions.json"), file(folder, task + "_outputs.json"));
    }

    private static Path file(Path folder, String name) throws IOException {
        return DataFiles.in(DataFiles.folder(folder), name)
                .orElseThrow(() -> DataFiles.missing(folder, "a file %s, also with .gz".formatted(name)));
    }
}
