package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import io.personaagent.memory.episode.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * PrefEval, explicit preferences: a preference is stated, other chats follow, and then something is asked that it bears on. Each
 * question has its own haystack: the preference, then all the filler chats. A message is an episode; the evidence is the preference.
 */
final class PrefEval implements Dataset {

    private static final String ASKED = "explicit_preference.jsonl";
    private static final String FILLER = "filtered_inter_turns.json";
    private static final String PREFERENCE = "preference";

    @Override
    public String name() {
        return "prefeval";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(1, 5, 10);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Path asked = DataFiles.one(path, ASKED);
        Path folder = asked.toAbsolutePath().resolveSibling("");
        Path filler = DataFiles.in(folder, FILLER)
                .orElseThrow(() -> DataFiles.missing(folder, "%s beside %s, also with .gz".formatted(FILLER, ASKED)));
        Transcript template = template(DataFiles.json(filler));
        List<Task> tasks = new ArrayList<>();
        for (Part each : DataFiles.lines(asked)) {
            tasks.add(task(each, template));
        }
        return new Suite(tasks, new Skipped().reasons());
    }

    /** The haystack of every question, but for what is said first. */
    private static Transcript template(Part filler) {
        Transcript transcript = new Transcript();
        transcript.add(PREFERENCE, new Place(PREFERENCE, Dates.NONE), Exchange.said("", ""));
        Instant when = Dates.NONE;
        int chat = 0;
        for (Part each : filler.items()) {
            String session = "chat " + chat++;
            for (Part message : each.at("conversation").items()) {
                when = when.plusSeconds(1);
                transcript.add(
                        "filler at " + when,
                        new Place(session, when),
                        Transcript.message(
                                message.at("role").text(), message.at("content").text()));
            }
        }
        return transcript;
    }

    private static Task task(Part asked, Transcript template) {
        Transcript transcript =
                template.withFirst(Exchange.said("", asked.at(PREFERENCE).text()));
        Item item = new Item(
                new Question(asked.at("question").text(), transcript.dayAfter()),
                new Gold(Evidence.all(List.of(PREFERENCE)), Measure.hit("hit")),
                List.of(asked.at("topic").text()));
        return new Task(
                transcript.haystack("%s %s"
                        .formatted(asked.at("topic").text(), asked.at("idx").name())),
                List.of(item));
    }
}
