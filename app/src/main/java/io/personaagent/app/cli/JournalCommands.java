package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.JournalWords;
import io.personaagent.app.show.Json;
import io.personaagent.core.Person;
import io.personaagent.core.Replay;
import io.personaagent.core.journal.Entry;
import io.personaagent.core.journal.Journals;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What happened in turns, step by step. */
final class JournalCommands {

    private JournalCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root())
                .addSubcommand(new ListLatest(door))
                .addSubcommand(new Show(door))
                .addSubcommand(new Again(door));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "journal",
            description = "What happened in the latest turns, step by step.")
    static final class Root extends Group {}

    @Command(name = "list", description = "Lists the latest turns, the newest first.")
    static final class ListLatest implements Callable<Integer> {

        private final Door door;

        @Option(names = "--limit", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
        private int limit = 20;

        @Mixin
        private final Output output = new Output();

        ListLatest(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                Person person = Door.person(household);
                List<TurnJournal> journals =
                        household.journaling(person).journals().latest(limit);
                JournalWords words = new JournalWords(person.clock().getZone());
                output.list(door, journals, JournalWords::json, words::line);
                return 0;
            });
        }
    }

    @Command(
            name = "show",
            header = "Shows a turn step by step.",
            description = "What the planner was shown, what it decided, what came of it, and how long it took.")
    static final class Show implements Callable<Integer> {

        private final Door door;

        @Parameters(arity = "0..1", paramLabel = "TURN", description = "its episode (default: the latest)")
        private String turn = "";

        @Mixin
        private final Output output = new Output();

        Show(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                Person person = Door.person(household);
                TurnJournal journal = journal(household.journaling(person).journals(), turn);
                if (output.json()) {
                    door.print(JournalWords.json(journal).toPrettyString());
                } else {
                    new JournalWords(person.clock().getZone())
                            .lines(journal, statements(person, journal))
                            .forEach(door::print);
                }
                return 0;
            });
        }

        /** Of the persona that was in force then; none where that version is not there any more. */
        private static List<Statement> statements(Person person, TurnJournal journal) {
            return person.personas().history().stream()
                    .filter(version -> version.number() == journal.basis().persona())
                    .findFirst()
                    .map(version -> version.persona().statements())
                    .orElse(List.of());
        }
    }

    @Command(
            name = "replay",
            header = "Goes through a turn again.",
            description = {
                "With what memory, tools and model gave then: says where the program would first",
                "decide something else now. Exit status 1 where it would.",
                "With --live the planner, and a model where one is configured, decides anew;",
                "results of calls are those of then. Nothing is done, and nothing is kept."
            })
    static final class Again implements Callable<Integer> {

        private static final int MOST = 16;

        private final Door door;

        @Parameters(arity = "0..1", paramLabel = "TURN", description = "its episode (default: the latest)")
        private String turn = "";

        @Option(names = "--live", description = "asks the planner and its model anew, and compares")
        private boolean live;

        @Mixin
        private final Output output = new Output();

        Again(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                Person person = Door.person(household);
                TurnJournal journal = journal(household.journaling(person).journals(), turn);
                return live ? live(household, person, journal) : recorded(household, person, journal);
            });
        }

        private int recorded(Household household, Person person, TurnJournal journal) {
            Optional<Replay.Divergence> divergence =
                    household.journaling(person).recorded(journal);
            if (output.json()) {
                ObjectNode node = Json.object().put("same", divergence.isEmpty());
                divergence.ifPresent(found -> node.put("step", found.step()).put("what", found.what()));
                door.print(node.toPrettyString());
            } else {
                door.print(divergence
                        .map(found -> "Step %d is other now: %s".formatted(found.step(), found.what()))
                        .orElseGet(() -> same(journal.entries().size())));
            }
            return divergence.isEmpty() ? 0 : 1;
        }

        private static String same(int steps) {
            return steps == 1 ? "The same in its one step." : "The same in all %d steps.".formatted(steps);
        }

        private int live(Household household, Person person, TurnJournal journal) {
            List<String> then = journal.entries().stream()
                    .map(Entry::decided)
                    .map(Replay::words)
                    .toList();
            List<String> now =
                    household
                            .journaling(person)
                            .replay(journal)
                            .live(household.journaling(person).planner(), MOST)
                            .stream()
                            .map(Replay::words)
                            .toList();
            if (output.json()) {
                ObjectNode node = Json.object().put("same", then.equals(now));
                node.set("then", Json.texts(then));
                node.set("now", Json.texts(now));
                door.print(node.toPrettyString());
            } else {
                compare(then, now);
            }
            return then.equals(now) ? 0 : 1;
        }

        private void compare(List<String> then, List<String> now) {
            for (int step = 0; step < Math.max(then.size(), now.size()); step++) {
                String before = step < then.size() ? then.get(step) : "";
                String after = step < now.size() ? now.get(step) : "";
                if (before.equals(after)) {
                    door.print("  %d  %s".formatted(step + 1, before));
                } else {
                    print("- %d  %s", step, before);
                    print("+ %d  %s", step, after);
                }
            }
        }

        private void print(String form, int step, String words) {
            if (!words.isEmpty()) {
                door.print(form.formatted(step + 1, words));
            }
        }
    }

    private static TurnJournal journal(Journals journals, String turn) {
        if (turn.isEmpty()) {
            return journals.latest(1).stream()
                    .findFirst()
                    .orElseThrow(() -> new Failure("there is no journal of a turn yet"));
        }
        return journals.find(new EpisodeId(turn))
                .orElseThrow(() -> new Failure(
                        "there is no journal of '%s'; it was not a turn, is older than what is kept, or saw what was forgotten since"
                                .formatted(turn)));
    }
}
