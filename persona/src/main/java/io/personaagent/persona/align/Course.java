package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What an alignment will learn from and be judged by, and what it may cost; known before a model is asked.
 *
 * @param splits one, or where there are few labels several; the first one's proposal may be accepted
 */
public record Course(Labels labels, Scale scale, List<Split> splits) {

    public Course {
        requireNonNull(labels, "labels");
        requireNonNull(scale, "scale");
        splits = List.copyOf(splits);
    }

    static Course of(Labels labels, Scale scale) {
        return new Course(labels, scale, Split.of(labels, scale));
    }

    /** Why there is nothing to learn; empty where there is. */
    public Optional<String> problem() {
        return splits.isEmpty()
                ? Optional.of(
                        "there are %d answers of which it is known what was wanted, but it takes 2: one to learn from and one to judge"
                                .formatted(labels.newestFirst().size()))
                : Optional.empty();
    }

    /** What it may cost; the larger folds stand for all. */
    public Cost cost() {
        int batch =
                splits.stream().mapToInt(split -> split.batch().size()).max().orElse(0);
        int judges =
                splits.stream().mapToInt(split -> split.judges().size()).max().orElse(0);
        return new Cost(new Cost.Plan(scale.iterations(), batch, judges, splits.size()), steps());
    }

    /** How often a model is asked in one turn, going by how many tools these turns used: each takes one more step. */
    private int steps() {
        double actions = splits.stream()
                .flatMap(split -> split.batch().stream())
                .mapToInt(each -> each.episode().exchange().actions().size())
                .average()
                .orElse(0);
        return 1 + (int) Math.ceil(actions);
    }
}
