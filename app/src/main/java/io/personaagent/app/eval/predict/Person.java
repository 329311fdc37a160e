package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import java.util.List;

/**
 * What one person said before some questions about them.
 *
 * @param user who it is, for a bootstrap over people
 * @param log what is visible, oldest first
 */
public record Person(String user, List<Episode> log, List<Exercise> exercises) {
    public Person {
        requireNonNull(user, "user");
        log = List.copyOf(log);
        exercises = List.copyOf(exercises);
    }
}
