package io.personaagent.app.cli;

import io.personaagent.core.Person;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the person thinks of an answer. */
@Command(
        name = "feedback",
        header = "Says whether an answer was right.",
        description = "A correction is remembered as what you really wanted.",
        customSynopsis = "personaagent feedback [OPTIONS] EPISODE (--good | --bad | --correct TEXT)")
final class FeedbackCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(
            paramLabel = "EPISODE",
            description = "the answer's episode, as 'memory list' shows it; 'last' for the latest")
    private String episode = "";

    @ArgGroup(multiplicity = "1")
    private final Verdict verdict = new Verdict();

    FeedbackCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.withPerson(person -> {
            EpisodeId id = id(person);
            Feedback given = verdict.at(person.clock().instant());
            person.memory().feedback(id, given);
            door.tell("Noted for %s.".formatted(id));
            List<Secret> notKept = SafeEpisode.of(given).removed();
            if (!notKept.isEmpty()) {
                door.tell("I did not keep %s.".formatted(Secret.told(notKept)));
            }
            return 0;
        });
    }

    private EpisodeId id(Person person) {
        if (!episode.equals("last")) {
            return new EpisodeId(episode);
        }
        return person.memory().episodes().latest(1).stream()
                .map(Episode::id)
                .findFirst()
                .orElseThrow(() -> new Failure("there is no episode yet"));
    }

    /** Exactly one of the three. */
    static final class Verdict {

        @Option(names = "--good", required = true, description = "the answer was right")
        private boolean good;

        @Option(names = "--bad", required = true, description = "the answer was wrong")
        private boolean bad;

        @Option(
                names = "--correct",
                required = true,
                paramLabel = "TEXT",
                description = "the answer was wrong, and this is the right one")
        private @Nullable String correct;

        Feedback at(Instant given) {
            if (correct != null) {
                return Feedback.corrected(correct, given);
            }
            if (good == bad) {
                throw new IllegalStateException("picocli lets exactly one of --good, --bad and --correct through");
            }
            return good ? Feedback.good(given) : Feedback.bad(given);
        }
    }
}
