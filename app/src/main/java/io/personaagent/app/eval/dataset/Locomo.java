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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** LoCoMo: long conversations between two people. A conversation is a haystack, a turn an episode, a shared picture its caption. */
final class Locomo implements Dataset {

    private static final Dates DATE = Dates.times("h:mm a 'on' d MMMM, yyyy", "1:56 pm on 8 May, 2023");
    private static final Map<String, String> CATEGORIES =
            Map.of("1", "multi-hop", "2", "temporal", "3", "open", "4", "single-hop", "5", "adversarial");

    @Override
    public String name() {
        return "locomo";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(5, 10, 25, 50);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Skipped skipped = new Skipped();
        List<Task> tasks = new ArrayList<>();
        for (Part sample : DataFiles.json(DataFiles.one(path, "locomo.json", "locomo10.json"))
                .items()) {
            tasks.add(task(sample, skipped));
        }
        return new Suite(tasks, skipped.reasons());
    }

    private static Task task(Part sample, Skipped skipped) {
        Transcript transcript = transcript(sample.at("conversation"));
        List<Item> items = new ArrayList<>();
        for (Part qa : sample.at("qa").items()) {
            Set<String> evidence = evidence(qa);
            boolean none = evidence.isEmpty();
            // Some references in the data name no turn that exists.
            evidence.retainAll(transcript.units());
            if (evidence.isEmpty()) {
                skipped.because(none ? "no evidence is named" : "the evidence names no turn that exists");
            } else {
                items.add(new Item(
                        new Question(qa.at("question").text(), transcript.dayAfter()),
                        new Gold(Evidence.all(evidence), Measure.RECALL),
                        List.of(category(qa.at("category")))));
            }
        }
        return new Task(transcript.haystack(sample.at("sample_id").text()), items);
    }

    private static Transcript transcript(Part conversation) {
        Transcript transcript = new Transcript();
        int count = conversation.fields().size();
        int second = 0;
        for (int number = 1; number <= count; number++) {
            String session = "session_" + number;
            if (conversation.has(session)) {
                Instant start = DATE.read(conversation.at(session + "_date_time"));
                for (Part turn : conversation.at(session).items()) {
                    transcript.add(
                            turn.at("dia_id").text(), new Place(session, start.plusSeconds(second++)), said(turn));
                }
            }
        }
        if (transcript.units().isEmpty()) {
            throw conversation.expected("the field 'session_1' with the turns of a conversation");
        }
        return transcript;
    }

    private static Exchange said(Part turn) {
        String shared = turn.has("blip_caption")
                ? " [shared %s]".formatted(turn.at("blip_caption").text())
                : "";
        return Exchange.said(turn.at("speaker").text(), turn.at("text").text() + shared);
    }

    private static Set<String> evidence(Part qa) {
        Set<String> evidence = new LinkedHashSet<>();
        if (qa.has("evidence")) {
            for (String ids : qa.at("evidence").leaves()) {
                evidence.addAll(List.of(ids.split("[; ]+", -1)));
            }
        }
        evidence.remove("");
        return evidence;
    }

    private static String category(Part category) {
        String name = CATEGORIES.get(category.name());
        if (name == null) {
            throw category.expected("a category from 1 to 5");
        }
        return name;
    }
}
