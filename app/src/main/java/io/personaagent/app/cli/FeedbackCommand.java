package io.personaagent.app.cli;

import io.personaagent.core.Person;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.UnknownEpisodeException;
import io.personaagent.persona.align.Answered;
import io.personaagent.persona.align.Labels;
import io.personaagent.persona.align.Mark;
import io.personaagent.persona.align.Unconfirmed;
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
        customSynopsis = "personaagent feedback [OPTIONS] EPISODE (--good | --correct TEXT | ...)")
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
            Feedback given = verdict.of(person, id);
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

    /** Exactly one of them. */
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

        @Option(
                names = "--rate",
                required = true,
                paramLabel = "MARK",
                description =
                        "a mark, such as 4, 4/5 or 8/10: of the thing where the question was for one, else of the answer")
        private @Nullable String rate;

        @Option(
                names = "--choose",
                required = true,
                paramLabel = "OPTION",
                description = "one of the answers that were offered: its words, letter or number")
        private @Nullable String choose;

        @Option(
                names = "--confirm",
                required = true,
                description = "what your next message said that you meant is what was right")
        private boolean confirm;

        Feedback of(Person person, EpisodeId id) {
            Instant given = person.clock().instant();
            if (correct != null) {
                return Feedback.corrected(correct, given);
            }
            if (rate != null) {
                return answered(person, id).rated(mark(rate), given);
            }
            if (choose != null) {
                return answered(person, id).chosen(choose, given);
            }
            if (confirm) {
                return Feedback.corrected(meant(person, id), given);
            }
            if (good == bad) {
                throw new IllegalStateException("picocli lets exactly one verdict through");
            }
            return good ? Feedback.good(given) : Feedback.bad(given);
        }

        private static Mark mark(String typed) {
            Mark.Said said = Mark.in(typed);
            if (!said.rest().isEmpty()) {
                throw new Failure("'%s' is no mark; expected one such as 4, 4/5 or 7.5/10".formatted(typed));
            }
            return said.mark();
        }

        private static Answered answered(Person person, EpisodeId id) {
            return new Answered(person.memory().episodes().find(id).orElseThrow(() -> new UnknownEpisodeException(id)));
        }

        private static String meant(Person person, EpisodeId id) {
            return Labels.in(person.memory().episodes()).unconfirmed().stream()
                    .filter(each -> each.episode().equals(id))
                    .map(Unconfirmed::truth)
                    .findFirst()
                    .orElseThrow(() -> new Failure("nothing waits to be confirmed for %s".formatted(id)));
        }
    }
}
