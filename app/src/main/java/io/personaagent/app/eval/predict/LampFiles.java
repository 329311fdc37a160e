package io.personaagent.app.eval.predict;

import io.personaagent.app.eval.dataset.DataFiles;
import io.personaagent.app.eval.dataset.Part;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.tendency.Known;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of questions and its file of answers as LaMP publishes them, gzip or not. Of a log, only what is not later than its question
 * is visible, the oldest first; where no dates are told, all of it is, in its order.
 */
public final class LampFiles {

    private LampFiles() {}

    /** What of a log is visible, and to whom it belongs. */
    private record Log(String user, List<Known> visible) {}

    /** A log's entry with its day. */
    private record Dated(String date, Known known) {}

    /**
     * One task.
     *
     * @throws io.personaagent.app.eval.dataset.DatasetException when the files are not what is expected; it says where and what was found
     */
    public static Exam read(Path questions, Path outputs) throws IOException {
        Part answers = DataFiles.json(outputs);
        List<Part> asked = DataFiles.json(questions).items();
        if (asked.isEmpty()) {
            throw DataFiles.json(questions).expected("at least one question");
        }
        Form form = Form.of(answers.at("task").text(), asked.get(0).at("input").text())
                .orElseThrow(() -> answers.at("task").expected("one of " + String.join(", ", Form.tasks())));
        Map<String, Part> golds = golds(answers);
        Map<Log, List<Exercise>> byLog = new LinkedHashMap<>();
        for (Part question : asked) {
            String id = question.at("id").name();
            Part gold = golds.remove(id);
            if (gold == null) {
                throw question.at("id").expected("an id that the answers have, too");
            }
            byLog.computeIfAbsent(log(question, id, form), first -> new ArrayList<>())
                    .add(new Exercise(id, form.ask(question.at("input")), form.key(gold)));
        }
        if (!golds.isEmpty()) {
            throw answers.at("golds")
                    .expected("no answer without a question, such as '%s'"
                            .formatted(golds.keySet().iterator().next()));
        }
        List<Person> people = new ArrayList<>();
        byLog.forEach((log, exercises) -> people.add(new Person(log.user(), log.visible(), exercises)));
        return new Exam(form.task(), form.labels(), form.scale(), people);
    }

    private static Map<String, Part> golds(Part answers) {
        Map<String, Part> golds = new LinkedHashMap<>();
        for (Part gold : answers.at("golds").items()) {
            if (golds.put(gold.at("id").name(), gold.at("output")) != null) {
                throw gold.at("id").expected("an id that is there once");
            }
        }
        return golds;
    }

    private static Log log(Part question, String id, Form form) {
        String user = question.has("user_id") ? question.at("user_id").name() : id;
        String day = question.has("date") ? question.at("date").text() : "";
        List<Dated> entries = new ArrayList<>();
        for (Part entry : question.at("profile").items()) {
            String date = entry.has("date") ? entry.at("date").text() : "";
            if (date.isEmpty() || day.isEmpty() || date.compareTo(day) <= 0) {
                EpisodeId episode = new EpisodeId(entry.at("id").name());
                entries.add(new Dated(date, new Known(episode, form.about(entry), form.label(entry))));
            }
        }
        entries.sort(Comparator.comparing(Dated::date));
        return new Log(user, entries.stream().map(Dated::known).toList());
    }
}
