package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.show.PersonaWords;
import io.personaagent.app.show.Words;
import io.personaagent.core.Person;
import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.Loss;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaDiff;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Personas;
import io.personaagent.persona.Refusal;
import io.personaagent.persona.Statement;
import io.personaagent.persona.prototype.Prototypes;
import io.personaagent.persona.tendency.Sentences;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at the persona. */
final class PersonaCommands {

    private PersonaCommands() {}

    static CommandLine all(Door door) {
        CommandLine root = new CommandLine(new Root())
                .addSubcommand(new Show(door))
                .addSubcommand(new History(door))
                .addSubcommand(new Diff(door))
                .addSubcommand(new Why(door))
                .addSubcommand(new PersonaEditCommand(door))
                .addSubcommand(new PrototypesCommand(door));
        return PersonaChanges.addTo(root, door);
    }

    private static PersonaWords words(Person person) {
        return new PersonaWords(new Words(person.clock().getZone()));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "persona",
            description = "What the agent holds to be true about you, since when and why; and how to change it.")
    static final class Root extends Group {}

    @Command(name = "show", description = "Shows the persona in force: the system prompt of a model.")
    static final class Show implements Callable<Integer> {

        private final Door door;

        @Mixin
        private final Output output = new Output();

        Show(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                Person person = Door.person(household);
                PersonaVersion version = person.personas().version();
                door.print(output.json() ? Json.of(version).toPrettyString() : text(version));
                String guessed = guessed(household.prototyping().told(person.user()), version.persona());
                if (!guessed.isEmpty() && !output.json()) {
                    door.print("\n" + guessed);
                }
                return 0;
            });
        }

        private static String guessed(Prototypes told, Persona persona) {
            return told.nearest(persona.texts())
                    .block(Sentences.labels(persona.texts()))
                    .strip();
        }

        private static String text(PersonaVersion version) {
            return "Version %d, %s\n\n%s"
                    .formatted(
                            version.number(),
                            version.reason(),
                            version.persona().systemPrompt().strip());
        }
    }

    @Command(
            name = "history",
            description = "Lists all versions, the newest first, with what changed and what was proposed and refused.")
    static final class History implements Callable<Integer> {

        private final Door door;

        @Mixin
        private final Output output = new Output();

        History(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                List<PersonaVersion> versions = person.personas().history();
                if (output.json()) {
                    door.print(Json.list(versions, version -> json(version, person.personas()))
                            .toPrettyString());
                } else {
                    print(versions, person);
                }
                return 0;
            });
        }

        private static ObjectNode json(PersonaVersion version, Personas personas) {
            Loss loss = personas.lost(version.number());
            ObjectNode node = Json.of(version);
            node.putObject("forgotten").put("removed", loss.removed()).put("reduced", loss.reduced());
            node.set("refused", Json.list(refused(version, personas), Json::of));
            return node;
        }

        private void print(List<PersonaVersion> versions, Person person) {
            PersonaWords words = words(person);
            Persona nothing = new Persona(1, "", List.of());
            for (int place = 0; place < versions.size(); place++) {
                PersonaVersion version = versions.get(place);
                Persona before =
                        place + 1 < versions.size() ? versions.get(place + 1).persona() : nothing;
                refused(version, person.personas()).forEach(refusal -> door.print(words.line(refusal)));
                door.print(words.line(version));
                words.lines(PersonaDiff.between(before, version.persona()))
                        .forEach(line -> door.print("      " + line));
                words.lines(person.personas().lost(version.number())).forEach(line -> door.print("      " + line));
            }
        }

        private static List<Refusal> refused(PersonaVersion version, Personas personas) {
            return personas.refusals().stream()
                    .filter(refusal -> refusal.version() == version.number())
                    .toList();
        }
    }

    @Command(name = "diff", description = "Shows what distinguishes two versions.")
    static final class Diff implements Callable<Integer> {

        private final Door door;

        @Parameters(index = "0", paramLabel = "A", description = "the number of a version")
        private int before;

        @Parameters(index = "1", paramLabel = "B", description = "the number of another")
        private int after;

        @Mixin
        private final Output output = new Output();

        Diff(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                PersonaDiff diff = PersonaDiff.between(
                        person.personas().version(before).persona(),
                        person.personas().version(after).persona());
                if (output.json()) {
                    ObjectNode node = Json.object().put("from", before).put("to", after);
                    node.set("removed", Json.list(diff.removed(), Json::of));
                    node.set("added", Json.list(diff.added(), Json::of));
                    door.print(node.toPrettyString());
                    return 0;
                }
                List<String> lines = words(person).lines(diff);
                lines.forEach(door::print);
                if (lines.isEmpty()) {
                    door.tell("Versions %d and %d say the same.".formatted(before, after));
                }
                return 0;
            });
        }
    }

    @Command(name = "why", description = "Shows what a statement rests on: the episodes, and the version that made it.")
    static final class Why implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "STATEMENT", description = "the id, as 'persona show' has it in brackets")
        private String id = "";

        @Option(
                names = "--version",
                paramLabel = "N",
                description = "as it was in this version (default: the one in force)")
        private @Nullable Integer number;

        @Mixin
        private final Output output = new Output();

        Why(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.withPerson(person -> {
                Personas personas = person.personas();
                Persona asked = number == null
                        ? personas.current()
                        : personas.version(number).persona();
                Statement statement = asked.statement(id);
                PersonaVersion since = person.personas().version(statement.version());
                List<Episode> episodes = statement.support().evidence().stream()
                        .flatMap(episode -> person.memory().episodes().find(episode).stream())
                        .toList();
                if (output.json()) {
                    ObjectNode node = Json.of(statement);
                    node.set(
                            "origin",
                            Json.object()
                                    .put("version", since.number())
                                    .put("origin", Json.word(since.origin()))
                                    .put("reason", since.reason()));
                    node.set("episodes", Json.list(episodes, Json::of));
                    door.print(node.toPrettyString());
                } else {
                    words(person).why(statement, since, episodes).forEach(door::print);
                }
                return 0;
            });
        }
    }
}
