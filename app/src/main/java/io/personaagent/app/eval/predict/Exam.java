package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All questions of one task.
 *
 * @param labels those of which F1 is the mean; none where scores are asked for
 * @param people in the order of the file; one person may stand there several times, with other logs
 */
public record Exam(String task, List<String> labels, List<Person> people) {
    public Exam {
        requireNonNull(task, "task");
        labels = List.copyOf(labels);
        people = List.copyOf(people);
    }

    /** The same questions of other people. */
    public Exam of(List<Person> others) {
        return new Exam(task, labels, others);
    }
}
