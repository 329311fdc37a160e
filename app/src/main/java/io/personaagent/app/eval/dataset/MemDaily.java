package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import io.personaagent.memory.episode.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * MemDaily: short notes to an assistant, in Chinese, and questions about them. Each trajectory is a haystack, a note an episode. The
 * kind of question stands in the file's name, such as {@code 01_simple_events.json}.
 */
final class MemDaily implements Dataset {

    private static final Dates DATE = Dates.times("yyyy'年'MM'月'dd'日' HH:mm", "2024年04月01日 周一 08:20");

    @Override
    public String name() {
        return "memdaily";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(5);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Skipped skipped = new Skipped();
        List<Task> tasks = new ArrayList<>();
        for (Path file : files(path)) {
            String name = DataFiles.stem(file);
            for (Part trajectory : DataFiles.json(file).items()) {
                tasks.add(task(name, trajectory, skipped));
            }
        }
        return new Suite(tasks, skipped.reasons());
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        List<Path> files = DataFiles.list(DataFiles.folder(path)).stream()
                .filter(file -> DataFiles.stem(file).matches("\\d+_\\w+_\\w+") && Files.isRegularFile(file))
                .toList();
        if (files.isEmpty()) {
            throw DataFiles.missing(path, "files such as 01_simple_events.json, also with .gz");
        }
        return files;
    }

    private static Task task(String file, Part trajectory, Skipped skipped) {
        Transcript transcript = new Transcript();
        for (Part note : trajectory.at("message_list").items()) {
            transcript.add(
                    note.at("mid").name(),
                    new Place("notes", date(note.at("time"))),
                    Exchange.said("", note.at("message").text()));
        }
        List<Item> items = new ArrayList<>();
        for (Part asked : trajectory.at("question_list").items()) {
            Set<String> evidence = new TreeSet<>(asked.at("target_step_id").leaves());
            evidence.retainAll(transcript.units());
            if (evidence.isEmpty()) {
                skipped.because("no evidence is named");
            } else {
                items.add(new Item(
                        new Question(asked.at("question").text(), date(asked.at("time"))),
                        new Gold(Evidence.all(evidence), Measure.RECALL),
                        List.of(kind(file), file.replaceFirst("^\\d+_", ""))));
            }
        }
        return new Task(transcript.haystack(file + " " + trajectory.at("tid").name()), items);
    }

    /** {@code simple} of {@code 01_simple_events}. */
    private static String kind(String file) {
        return file.replaceFirst("^\\d+_", "").replaceFirst("_[^_]*$", "");
    }

    private static Instant date(Part part) {
        return DATE.read(part, part.text().replaceFirst(" 周.", ""));
    }
}
