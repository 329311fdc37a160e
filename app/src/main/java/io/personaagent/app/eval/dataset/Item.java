package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A question with its key.
 *
 * @param categories what it is reported under besides all
 */
public record Item(Question question, Gold gold, List<String> categories) {
    public Item {
        requireNonNull(question, "question");
        requireNonNull(gold, "gold");
        categories = List.copyOf(categories);
    }

    /** The same, reported under one more category, before the others. */
    Item alsoIn(String category) {
        return new Item(
                question,
                gold,
                Stream.concat(Stream.of(category), categories.stream()).toList());
    }
}
