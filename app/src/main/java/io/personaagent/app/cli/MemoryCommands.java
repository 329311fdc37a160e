package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks into memory. */
final class MemoryCommands {

    private MemoryCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root())
                .addSubcommand(new Recall(door))
                .addSubcommand(new ListAll(door))
                .addSubcommand(new Show(door))
                .addSubcommand(new ProfileCommand(door))
                .addSubcommand(new ReflectCommand(door))
                .addSubcommand(new StatsCommand(door))
                .addSubcommand(new ForgetCommand(door))
                .addSubcommand(new RebuildCommand(door))
                .addSubcommand(new CompareCommand(door))
                .addSubcommand(new ExposuresCommand(door))
                .addSubcommand(new ImportCommand(door))
                .addSubcommand(new ExportCommand(door));
    }

    @Command(synopsisSubcommandLabel = "COMMAND", name = "memory", description = "What the agent remembers of you.")
    static final class Root extends Group {}

    @Command(name = "recall", description = "Searches memory, and says why each result was found.")
    static final class Recall implements Callable<Integer> {

        private final Door door;

        @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "what to look for, in plain words")
        private List<String> question = List.of();

        @Option(names = "--limit", paramLabel = "N", description = "the most results (default: ${DEFAULT-VALUE})")
        private int limit = 10;

        @Mixin
        private final Output output = new Output();

        Recall(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                RecallQuery query = RecallQuery.about(
                                String.join(" ", question), person.clock().instant())
                        .limit(limit);
                List<Recollection> found = person.memory().recall(query);
                if (!person.memory().trouble().isEmpty()) {
                    door.tell("Searched by words alone: " + person.memory().trouble());
                }
                Words words = new Words(person.clock().getZone());
                output.list(door, found, Json::of, words::of);
                if (found.isEmpty() && !output.json()) {
                    door.tell("Nothing in memory fits that.");
                }
                return 0;
            });
        }
    }

    @Command(name = "list", description = "Lists episodes, the newest first.")
    static final class ListAll implements Callable<Integer> {

        private final Door door;

        @Option(names = "--limit", paramLabel = "N", description = "the most episodes (default: ${DEFAULT-VALUE})")
        private int limit = 20;

        @Mixin
        private final Output output = new Output();

        ListAll(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                List<Episode> episodes = person.memory().episodes().latest(limit);
                Words words = new Words(person.clock().getZone());
                output.list(door, episodes, Json::of, words::line);
                if (output.json()) {
                    return 0;
                }
                long all = person.memory().episodes().count();
                door.tell(
                        all == 0 ? "Nothing is remembered yet." : "%d of %d episodes.".formatted(episodes.size(), all));
                return 0;
            });
        }
    }

    @Command(name = "show", description = "Shows one episode with all that belongs to it.")
    static final class Show implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "EPISODE", description = "its id, as 'memory list' shows it")
        private String episode = "";

        @Mixin
        private final Output output = new Output();

        Show(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                Episode found = person.memory()
                        .episodes()
                        .find(new EpisodeId(episode))
                        .orElseThrow(() -> new Failure(
                                "there is no episode '%s'; 'personaagent memory list' shows those that there are"
                                        .formatted(episode)));
                door.print(
                        output.json()
                                ? Json.of(found).toPrettyString()
                                : new Words(person.clock().getZone()).of(found));
                return 0;
            });
        }
    }
}
