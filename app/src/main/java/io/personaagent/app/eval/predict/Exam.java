package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.tendency.Scale;
import java.util.List;

/**
 * All questions of one task.
 *
 * @param labels those of which F1 is the mean; none where scores are asked for
 * @param scale what people rate on
 * @param people in the order of the file; one person may stand there several times, with other logs
 */
public record Exam(String task, List<String> labels, Scale scale, List<Person> people) {
    public Exam {
        requireNonNull(task, "task");
        labels = List.copyOf(labels);
        requireNonNull(scale, "scale");
        people = List.copyOf(people);
    }

    /** How many are asked. */
    public int questions() {
        return people.stream().mapToInt(person -> person.exercises().size()).sum();
    }

    /** The same questions of other people. */
    public Exam of(List<Person> others) {
        return new Exam(task, labels, scale, others);
    }
}
