package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.core.Person;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.hand.FormException;
import io.personaagent.persona.hand.HandEdits;
import io.personaagent.persona.hand.PersonaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the persona by hand; each change is a version. */
final class PersonaChanges {

    private PersonaChanges() {}

    static CommandLine addTo(CommandLine root, Door door) {
        return root.addSubcommand(new Pin(door))
                .addSubcommand(new Unpin(door))
                .addSubcommand(new Rollback(door))
                .addSubcommand(new Export(door))
                .addSubcommand(new Import(door));
    }

    static HandEdits edits(Person person) {
        return new HandEdits(person.personas(), person.clock());
    }

    /** Makes a change, and says what came of it. */
    static int change(Door door, Output output, Change change) throws Exception {
        return door.withPerson(person -> {
            int before = person.personas().version().number();
            tell(door, output, before, change.make(person));
            return 0;
        });
    }

    private static void tell(Door door, Output output, int before, PersonaVersion version) {
        if (output.json()) {
            door.print(Json.of(version).toPrettyString());
        } else if (version.number() == before) {
            door.tell("Nothing changed; version %d stays in force.".formatted(before));
        } else {
            door.print("Version %d: %s.".formatted(version.number(), version.reason()));
        }
    }

    /** A change to somebody's persona. */
    @FunctionalInterface
    interface Change {
        PersonaVersion make(Person person) throws IOException;
    }

    @Command(name = "pin", description = "Keeps a statement as it is, whatever is learned from now on.")
    static final class Pin implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "STATEMENT", description = "the id, as 'persona show' has it in brackets")
        private String id = "";

        @Mixin
        private final Output output = new Output();

        Pin(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return change(door, output, person -> edits(person).pin(id));
        }
    }

    @Command(name = "unpin", description = "Lets a pinned statement change again with what is learned.")
    static final class Unpin implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "STATEMENT", description = "the id, as 'persona show' has it in brackets")
        private String id = "";

        @Mixin
        private final Output output = new Output();

        Unpin(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return change(door, output, person -> edits(person).unpin(id));
        }
    }

    @Command(
            name = "rollback",
            description =
                    "Goes back to an earlier version, as a new version; what was forgotten since stays forgotten.")
    static final class Rollback implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "VERSION", description = "its number, as 'persona history' shows it")
        private int version;

        @Mixin
        private final Output output = new Output();

        Rollback(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return change(door, output, person -> edits(person).rollBack(version));
        }
    }

    @Command(
            name = "export",
            description = "Writes the statements in force as JSON; the same persona gives the same bytes.")
    static final class Export implements Callable<Integer> {

        private final Door door;

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "a file that is not there yet; printed where none is given")
        private @Nullable Path file;

        Export(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                String text = PersonaFile.write(person.personas().current());
                if (file == null) {
                    door.print(text.stripTrailing());
                } else if (Files.exists(file)) {
                    throw new Failure("'%s' is there already; name another file".formatted(file));
                } else {
                    Files.writeString(file, text);
                }
                return 0;
            });
        }
    }

    @Command(
            name = "import",
            description = {
                "Puts the statements of an exported file in the place of those in force, as a new version.",
                "Each statement goes when the episodes that it rests on are forgotten; so these must be there."
            })
    static final class Import implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "FILE", description = "a file that 'persona export' wrote")
        private Path file = Path.of("");

        @Option(
                names = "--without-episodes",
                description =
                        "takes statements whose episodes are not there for your own word, which rests on nothing else")
        private boolean withoutEpisodes;

        @Mixin
        private final Output output = new Output();

        Import(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            List<Statement> statements = read();
            return change(door, output, person -> {
                Set<EpisodeId> missing = missing(statements, person);
                if (!missing.isEmpty() && !withoutEpisodes) {
                    throw new Failure(
                            "the statements rest on %d episodes that are not there, such as %s; bring them with 'memory import' first, or say --without-episodes"
                                    .formatted(
                                            missing.size(), missing.iterator().next()));
                }
                List<Statement> known = statements.stream()
                        .map(statement -> without(missing, statement))
                        .toList();
                return edits(person).replace(known, String.valueOf(file.getFileName()));
            });
        }

        private List<Statement> read() throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new Failure("there is no file '%s'".formatted(file));
            }
            try {
                return PersonaFile.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            } catch (FormException unreadable) {
                throw new Failure("'%s' cannot be imported: %s".formatted(file, unreadable.getMessage()));
            }
        }

        private static Set<EpisodeId> missing(List<Statement> statements, Person person) {
            return statements.stream()
                    .flatMap(statement -> statement.support().evidence().stream())
                    .filter(episode -> person.memory().episodes().find(episode).isEmpty())
                    .collect(Collectors.toSet());
        }

        private static Statement without(Set<EpisodeId> missing, Statement statement) {
            Support support = statement.support();
            Set<EpisodeId> left = support.evidence().stream()
                    .filter(episode -> !missing.contains(episode))
                    .collect(Collectors.toSet());
            return statement.with(new Support(support.confidence(), left, support.created(), support.confirmed()));
        }
    }
}
