package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.tendency.Known;
import java.util.List;

/**
 * What one person said before some questions about them.
 *
 * @param user who it is, for a bootstrap over people
 * @param log what is visible, oldest first
 */
public record Person(String user, List<Known> log, List<Exercise> exercises) {
    public Person {
        requireNonNull(user, "user");
        log = List.copyOf(log);
        exercises = List.copyOf(exercises);
    }

    /** The same person who has only begun: with the newest labels alone. */
    public Person knownBy(int labels) {
        return new Person(user, log.subList(Math.max(0, log.size() - labels), log.size()), exercises);
    }
}
