package io.personaagent.app.cli;

import io.personaagent.app.eval.dataset.DataFiles;
import io.personaagent.app.eval.dataset.DatasetException;
import io.personaagent.app.eval.predict.Exam;
import io.personaagent.app.eval.predict.LampFiles;
import io.personaagent.app.eval.predict.LogExams;
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

    /**
     * Which of it.
     *
     * @param limit the most people; 0 for all
     * @param seed of all chance
     * @param fromLogs asks about the newest labels of the logs, and not the questions
     */
    record Choice(int limit, long seed, boolean fromLogs) {}

    private static final int SYNTHETIC_PEOPLE = 40;

    /** Reads them. */
    interface Reader {
        List<Exam> read() throws IOException;
    }

    static PredictSource synthetic(Choice choice) {
        int people = choice.limit() == 0 ? SYNTHETIC_PEOPLE : choice.limit();
        return new PredictSource(
                source("synthetic", "made with seed " + choice.seed(), choice),
                () -> Synthetic.make(people, choice.seed()));
    }

    static PredictSource lamp(Path questions, Path outputs, Choice choice) {
        return new PredictSource(
                source("lamp", questions.toString(), choice), () -> List.of(LampFiles.read(questions, outputs)));
    }

    static PredictSource movielens(Path folder, Choice choice) {
        return new PredictSource(
                source("movielens", folder.toString(), choice),
                () -> List.of(both(folder, "rating"), both(folder, "choice")));
    }

    /** All exams, each about the same drawn people where there is a limit. */
    List<Exam> exams() throws IOException {
        try {
            List<Exam> read = reader.read();
            List<Exam> exams = source.fromLogs() ? LogExams.of(read) : read;
            return source.limit() == 0
                    ? exams
                    : exams.stream().map(this::limited).toList();
        } catch (DatasetException unreadable) {
            throw new Failure("%s: %s".formatted(source.dataset(), unreadable.getMessage()));
        }
    }

    private static PredictRun.Source source(String dataset, String data, Choice choice) {
        return new PredictRun.Source(
                dataset, data, dataset.equals("synthetic"), choice.fromLogs(), choice.limit(), choice.seed());
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
