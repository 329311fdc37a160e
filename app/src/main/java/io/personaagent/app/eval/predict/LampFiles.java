package io.personaagent.app.eval.predict;

import io.personaagent.app.eval.dataset.DataFiles;
import io.personaagent.app.eval.dataset.Part;
import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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

    private static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");

    private LampFiles() {}

    /** What of a log is visible, and to whom it belongs. */
    private record Log(String user, List<Episode> visible) {}

    /** A log's entry with its day. */
    private record Dated(Instant day, Part entry) {}

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
            Log log = log(question, id, form);
            Instant at = asked(question, log);
            Message message = new Message(Form.session(at), form.question(question.at("input")), at);
            byLog.computeIfAbsent(log, first -> new ArrayList<>()).add(new Exercise(message, form.key(gold)));
        }
        if (!golds.isEmpty()) {
            throw answers.at("golds")
                    .expected("no answer without a question, such as '%s'"
                            .formatted(golds.keySet().iterator().next()));
        }
        List<Person> people = new ArrayList<>();
        byLog.forEach((log, exercises) -> people.add(new Person(log.user(), log.visible(), exercises)));
        return new Exam(form.task(), form.labels(), people);
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
        String asked = question.at("input").text();
        Instant day = question.has("date") ? day(question) : Instant.MAX;
        List<Dated> entries = new ArrayList<>();
        for (Part entry : question.at("profile").items()) {
            Instant then = entry.has("date") ? day(entry) : UNDATED;
            // What is asked about stands in the log of the same day where it was cut by days alone.
            boolean itself = then.equals(day) && asked.endsWith(": " + form.about(entry));
            if (!then.isAfter(day) && !itself) {
                entries.add(new Dated(then, entry));
            }
        }
        entries.sort(Comparator.comparing(Dated::day));
        List<Episode> visible = new ArrayList<>();
        for (Dated each : entries) {
            visible.add(form.episode(each.entry(), each.day().plusSeconds(visible.size())));
        }
        return new Log(user, List.copyOf(visible));
    }

    /** Days are as precise as it gets; within one, the order of the file counts. */
    private static Instant day(Part dated) {
        try {
            return LocalDate.parse(dated.at("date").text())
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeParseException unreadable) {
            throw dated.at("date").expected("a day such as 2020-02-29");
        }
    }

    private static Instant asked(Part question, Log log) {
        Instant last = log.visible().isEmpty()
                ? UNDATED
                : log.visible().get(log.visible().size() - 1).occasion().happened();
        Instant evening = question.has("date") ? day(question).plus(Duration.ofHours(23)) : last;
        return (evening.isAfter(last) ? evening : last).plusSeconds(1);
    }
}
