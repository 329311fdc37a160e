package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set as it was read.
 *
 * @param tasks the haystacks with their questions
 * @param skipped how many questions cannot be judged, by reason
 */
public record Suite(List<Task> tasks, Map<String, Integer> skipped) {

    /** One haystack and what is asked about it. */
    public record Task(Haystack haystack, List<Item> items) {
        public Task {
            requireNonNull(haystack, "haystack");
            items = List.copyOf(items);
        }
    }

    public Suite {
        tasks = List.copyOf(tasks);
        skipped = new TreeMap<>(skipped);
    }

    /** How many questions can be judged. */
    public int questions() {
        return tasks.stream().mapToInt(task -> task.items().size()).sum();
    }
}
