package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.app.eval.dataset.Transcript.Place;
import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import io.personaagent.memory.episode.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MEMENTO: requests to a household robot that can only be understood by an earlier one. An earlier request is an episode. Each request
 * is asked twice: of the pool of all earlier requests ({@code hit@k}), and of those in the same house alone ({@code scene_hit@k}).
 */
final class Memento implements Dataset {

    private static final String EARLIER = "memory_acquisition_stage.json";
    private static final String LATER = "single_memory_utilization_stage.json";

    @Override
    public String name() {
        return "memento";
    }

    @Override
    public List<Integer> usualCuts() {
        return List.of(1, 3, 5);
    }

    @Override
    public Suite read(Path path) throws IOException {
        List<Part> earlier = episodes(path, EARLIER);
        List<Part> later = episodes(path, LATER);
        Skipped skipped = new Skipped();
        List<Task> tasks = new ArrayList<>();
        tasks.add(task("all", earlier, later, skipped));
        Map<String, List<Part>> scenes = byScene(later);
        byScene(earlier)
                .forEach((scene, inside) ->
                        tasks.add(task("scene " + scene, inside, scenes.getOrDefault(scene, List.of()), skipped)));
        return new Suite(tasks, skipped.reasons());
    }

    private static List<Part> episodes(Path path, String name) throws IOException {
        Path folder = DataFiles.folder(path);
        Path file = DataFiles.in(folder, name)
                .orElseThrow(() -> DataFiles.missing(folder, "%s and %s, also with .gz".formatted(EARLIER, LATER)));
        return DataFiles.json(file).at("episodes").items();
    }

    private static Map<String, List<Part>> byScene(List<Part> episodes) {
        Map<String, List<Part>> scenes = new LinkedHashMap<>();
        episodes.forEach(each -> scenes.computeIfAbsent(each.at("scene_id").text(), scene -> new ArrayList<>())
                .add(each));
        return scenes;
    }

    private static Task task(String name, List<Part> earlier, List<Part> later, Skipped skipped) {
        boolean pool = name.equals("all");
        Transcript transcript = new Transcript();
        for (Part each : earlier) {
            transcript.add(
                    each.at("episode_id").text(),
                    new Place("", Dates.NONE),
                    Exchange.said("", each.at("instruction").text()));
        }
        List<Item> items = new ArrayList<>();
        for (Part each : later) {
            String related = each.at("metadata").at("related_episode_id").text();
            if (transcript.units().contains(related)) {
                items.add(new Item(
                        new Question(each.at("instruction").text(), transcript.dayAfter()),
                        new Gold(Evidence.all(List.of(related)), Measure.hit(pool ? "hit" : "scene_hit")),
                        List.of(each.at("metadata").at("episode_type").text())));
            } else {
                skipped.because("the related episode is not " + (pool ? "there" : "in the same scene"));
            }
        }
        return new Task(transcript.haystack(name), items);
    }
}
