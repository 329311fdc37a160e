package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * PersonaBench: people's private documents, buried in noise, and questions that they ask about themselves. One person at one noise level
 * is a haystack, a message or a purchase an episode; the unit is the document ("segment"). Some facts stand in several documents, of
 * which any one will do. Subjective questions are skipped, as the set's makers do.
 */
final class PersonaBench implements Dataset {

    private static final String ASKED = "eval_info_all.json";
    private static final String KEY = "qa_gt_context_all_";

    @Override
    public String name() {
        return "personabench";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(5, 10);
    }

    @Override
    public Suite read(Path path) throws IOException {
        Skipped skipped = new Skipped();
        List<Task> tasks = new ArrayList<>();
        for (Path community : communities(DataFiles.folder(path))) {
            for (Path key : DataFiles.list(community.resolve("eval_info"))) {
                if (DataFiles.stem(key).startsWith(KEY)) {
                    addNoise(community, key, tasks, skipped);
                }
            }
        }
        return new Suite(tasks, skipped.reasons());
    }

    private static List<Path> communities(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (isCommunity(folder)) {
            found.add(folder);
        }
        for (Path inside : DataFiles.list(folder)) {
            if (isCommunity(inside)) {
                found.add(inside);
            }
        }
        if (found.isEmpty()) {
            throw DataFiles.missing(folder, "folders such as community_0 with eval_info/" + ASKED);
        }
        return found;
    }

    private static boolean isCommunity(Path folder) {
        return DataFiles.in(folder.resolve("eval_info"), ASKED).isPresent();
    }

    /** All haystacks of one community at one noise level. */
    private static void addNoise(Path community, Path key, List<Task> tasks, Skipped skipped) throws IOException {
        String noise = DataFiles.stem(key).substring(KEY.length());
        Path folder = community.resolve(noise);
        if (!Files.isDirectory(folder)) {
            folder = community.resolve("private_data").resolve(noise);
        }
        Map<String, Transcript> documents = PersonaBenchDocuments.read(DataFiles.folder(folder));
        Map<String, Part> keys = new HashMap<>();
        DataFiles.json(key).items().forEach(each -> keys.put(each.at("q_id").text(), each.at("segment_id")));
        Path asked = DataFiles.in(community.resolve("eval_info"), ASKED).orElseThrow();
        for (Part person : DataFiles.json(asked).items()) {
            String name = person.at("Name").text();
            List<Part> questions = person.at("Eval_Info").at("qa").items();
            Transcript transcript = documents.getOrDefault(name, new Transcript());
            if (transcript.units().isEmpty()) {
                questions.forEach(each -> skipped.because("the person has no documents"));
            } else {
                List<Item> items = new ArrayList<>();
                for (Part qa : questions) {
                    Optional<Part> needed =
                            Optional.ofNullable(keys.get(qa.at("q_id").text()));
                    item(qa, needed, transcript, skipped)
                            .map(each -> each.alsoIn(noise))
                            .ifPresent(items::add);
                }
                tasks.add(new Task(transcript.haystack("%s, %s".formatted(name, noise)), items));
            }
        }
    }

    private static Optional<Item> item(Part qa, Optional<Part> key, Transcript transcript, Skipped skipped) {
        String type = qa.at("type").text();
        List<Set<String>> needs = new ArrayList<>();
        key.ifPresent(found -> found.fields().values().forEach(value -> needs.add(new TreeSet<>(value.leaves()))));
        needs.forEach(need -> need.retainAll(transcript.units()));
        if (type.equals("Subjective") || needs.isEmpty() || needs.contains(Set.<String>of())) {
            skipped.because(
                    type.equals("Subjective") ? "subjective" : "no evidence is named, or it is not in the documents");
            return Optional.empty();
        }
        return Optional.of(new Item(
                new Question(qa.at("question").text(), transcript.dayAfter()),
                new Gold(new Evidence(needs), Measure.RECALL),
                List.of(type)));
    }
}
