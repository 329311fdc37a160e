package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaDiff;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at the persona. */
final class PersonaCommands {

    private PersonaCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root()).addSubcommand(new Show(door)).addSubcommand(new History(door));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "persona",
            description = "What the agent holds to be true about you, and since when.")
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
            return door.withPerson(person -> {
                PersonaVersion version = person.personas().version();
                door.print(output.json() ? Json.of(version).toPrettyString() : text(version));
                return 0;
            });
        }

        private static String text(PersonaVersion version) {
            return "Version %d, %s\n\n%s"
                    .formatted(
                            version.number(),
                            version.reason(),
                            version.persona().systemPrompt().strip());
        }
    }

    @Command(name = "history", description = "Lists all versions, the newest first, with what changed.")
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
                    door.print(Json.list(versions, Json::of).toPrettyString());
                    return 0;
                }
                Words words = new Words(person.clock().getZone());
                for (int place = 0; place < versions.size(); place++) {
                    PersonaVersion version = versions.get(place);
                    door.print(
                            "%4d  %s  %s".formatted(version.number(), words.time(version.created()), version.reason()));
                    Persona before = place + 1 < versions.size()
                            ? versions.get(place + 1).persona()
                            : new Persona(1, "", List.of());
                    printDiff(PersonaDiff.between(before, version.persona()));
                }
                return 0;
            });
        }

        private void printDiff(PersonaDiff diff) {
            diff.removed().forEach(statement -> door.print("      - " + cited(statement)));
            diff.added().forEach(statement -> door.print("      + " + cited(statement)));
        }

        private static String cited(Statement statement) {
            String evidence = statement.support().evidence().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return evidence.isEmpty() ? statement.text() : "%s (from %s)".formatted(statement.text(), evidence);
        }
    }
}
