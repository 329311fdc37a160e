package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An old persona and a new one, tried on the same interactions.
 *
 * @param batch what the new one was learned from
 * @param judges what it has not seen
 * @param taught what the person said in each episode that the lesson held; none of them judges
 */
record Trial(Persona before, Persona after, Compared batch, Compared judges, Map<EpisodeId, String> taught) {

    /** The same interactions with the old persona and with the new one, in the same order. */
    record Compared(List<Graded> before, List<Graded> after) {
        Compared {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        double was() {
            return Graded.mean(before);
        }

        double is() {
            return Graded.mean(after);
        }

        List<Judgement> judgements() {
            return Judgement.of(before, after);
        }
    }

    Trial {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(batch, "batch");
        requireNonNull(judges, "judges");
        taught = Map.copyOf(taught);
    }

    /** One whose statements may rest on the batch alone. */
    Trial(Persona before, Persona after, Compared batch, Compared judges) {
        this(before, after, batch, judges, Map.of());
    }

    /** What was said in the episodes that a statement rests on, as far as the lesson held them. */
    String ground(Statement statement) {
        return statement.support().evidence().stream()
                .map(episode -> taught.getOrDefault(episode, ""))
                .collect(Collectors.joining("\n"));
    }
}
