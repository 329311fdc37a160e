package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.core.Person;
import io.personaagent.core.Replay;
import io.personaagent.core.journal.OpenTurn;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns that were cut short while they waited for the person's word. */
final class WaitingCommands {

    private WaitingCommands() {}

    /** Adds them to the commands about tools. */
    static CommandLine addTo(CommandLine tools, Door door) {
        return tools.addSubcommand(new ListAll(door)).addSubcommand(new Answer(door));
    }

    @Command(
            name = "waiting",
            header = "Lists what still waits for your word because the program ended meanwhile.",
            description = "A chat on a terminal asks by itself when it starts.")
    static final class ListAll implements Callable<Integer> {

        private final Door door;

        @Mixin
        private final Output output = new Output();

        ListAll(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                Person person = Door.person(household);
                List<OpenTurn> waiting =
                        household.serve(person, Asker.nobodyThere()).agent().waiting();
                Words words = new Words(person.clock().getZone());
                output.list(door, waiting, ListAll::json, open -> "%s  %s  %s  %s"
                        .formatted(
                                open.turn(),
                                words.time(open.message().at()),
                                open.message().text(),
                                Replay.words(open.step())));
                if (waiting.isEmpty()) {
                    door.tell("Nothing waits for your word.");
                }
                return 0;
            });
        }

        private static ObjectNode json(OpenTurn open) {
            return Json.object()
                    .put("turn", open.turn().value())
                    .put("at", open.message().at().toString())
                    .put("said", open.message().text())
                    .put("wants", Replay.words(open.step()))
                    .put("state", open.state().name().toLowerCase(Locale.ROOT));
        }
    }

    @Command(
            name = "answer",
            header = "Says yes or no to what still waits for your word.",
            description = "The turn goes on from there; what it had done before is not done again.",
            customSynopsis = "personaagent tools answer [OPTIONS] TURN (--yes | --no)")
    static final class Answer implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "TURN", description = "as 'tools waiting' shows it")
        private String turn = "";

        @ArgGroup(multiplicity = "1")
        private final Word word = new Word();

        Answer(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(this::answer);
        }

        private int answer(Household household) {
            Person person = Door.person(household);
            Reply reply = household
                    .serve(person, word.asker())
                    .agent()
                    .resume(new EpisodeId(turn), TurnListener.none())
                    .orElseThrow(() -> new Failure(
                            "'%s' does not wait for your word; see: personaagent tools waiting".formatted(turn)));
            if (reply.end() == Reply.End.FAILED) {
                throw new Failure(reply.text());
            }
            door.print(reply.text());
            return 0;
        }

        /** Exactly one of the two. */
        static final class Word {

            @Option(names = "--yes", required = true, description = "what was asked for may be done, once")
            private boolean yes;

            @Option(names = "--no", required = true, description = "it may not")
            private boolean no;

            Asker asker() {
                if (yes == no) {
                    throw new IllegalStateException("picocli lets exactly one of --yes and --no through");
                }
                return yes ? Asker.approving() : Asker.nobodyThere();
            }
        }
    }
}
