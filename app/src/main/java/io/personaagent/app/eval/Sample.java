package io.personaagent.app.eval;

import io.personaagent.app.eval.dataset.Item;
import io.personaagent.app.eval.dataset.Suite;
import io.personaagent.app.eval.dataset.Suite.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Some questions of a set, drawn by chance. */
public final class Sample {

    private Sample() {}

    /** That many questions, in their order, and the haystacks that they need; all where there are no more. The same for the same seed. */
    public static Suite of(Suite suite, int limit, long seed) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < suite.questions(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, new Random(seed));
        Set<Integer> drawn = new HashSet<>(places.subList(0, Math.min(limit, places.size())));
        List<Task> tasks = new ArrayList<>();
        int place = 0;
        for (Task task : suite.tasks()) {
            List<Item> items = new ArrayList<>();
            for (Item item : task.items()) {
                if (drawn.contains(place++)) {
                    items.add(item);
                }
            }
            if (!items.isEmpty()) {
                tasks.add(new Task(task.haystack(), items));
            }
        }
        return new Suite(tasks, suite.skipped());
    }
}
