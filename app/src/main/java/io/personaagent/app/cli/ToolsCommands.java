package io.personaagent.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.Service;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.wiring.Household;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at the tools and calls one by hand. */
final class ToolsCommands {

    private ToolsCommands() {}

    static CommandLine all(Door door) {
        CommandLine tools =
                new CommandLine(new Root()).addSubcommand(new ListAll(door)).addSubcommand(new Call(door));
        return WaitingCommands.addTo(RuleCommands.addTo(tools, door), door).addSubcommand(ServersCommands.all(door));
    }

    @Command(synopsisSubcommandLabel = "COMMAND", name = "tools", description = "What the agent can do for you.")
    static final class Root extends Group {}

    @Command(name = "list", description = "Lists the tools with what they take, may change and need.")
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
                Service service = household.serve(Door.person(household), Asker.nobodyThere());
                List<ToolSpec> specs = service.toolbox().specs();
                output.list(door, specs, Json::of, ListAll::lines);
                service.toolbox()
                        .problems()
                        .forEach(problem -> door.tell("%s: %s".formatted(problem.provider(), problem.reason())));
                return 0;
            });
        }

        private static String lines(ToolSpec spec) {
            String parameters = spec.function().parameters() == null
                    ? ""
                    : String.join(
                            ", ", spec.function().parameters().properties().keySet());
            List<String> lines = new ArrayList<>();
            lines.add("%s(%s)  %s%s"
                    .formatted(
                            spec.name(),
                            parameters,
                            Json.word(spec.effect()),
                            spec.permissions().isEmpty() ? "" : ", needs " + Json.texts(spec.permissions())));
            lines.add("    " + spec.description());
            spec.examples().stream().limit(2).forEach(example -> lines.add("    e.g. " + example));
            return String.join(System.lineSeparator(), lines);
        }
    }

    @Command(
            name = "call",
            header = "Calls a tool by hand.",
            description = {
                "Who types the call has approved of it.",
                "  personaagent tools call calculate expression='2 * 21'"
            })
    static final class Call implements Callable<Integer> {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Duration LIMIT = Duration.ofSeconds(60);

        private final Door door;

        @Parameters(index = "0", paramLabel = "TOOL", description = "its name, as 'tools list' shows it")
        private String tool = "";

        @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "its arguments")
        private List<String> arguments = List.of();

        @Option(
                names = "--arguments",
                paramLabel = "JSON",
                description = "arguments as a JSON object, for those that are not texts")
        private @Nullable String object;

        @Mixin
        private final Output output = new Output();

        Call(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(this::run);
        }

        /** Who types a call has approved of it. */
        private int run(Household household) {
            Service service = household.serve(Door.person(household), Asker.approving());
            ToolCall call = service.toolbox().typed(new ToolCall("call", tool, given()));
            Observation observation = service.toolbox()
                    .run(new Step.UseTools(List.of(call), Influence.PERSON), TurnDeadline.in(LIMIT))
                    .get(0);
            if (output.json()) {
                ObjectNode node = Json.of(observation);
                door.print(node.toPrettyString());
            }
            return observation.result().fold(done -> told(done.text()), failed -> refused(failed.message()));
        }

        private Arguments given() {
            Map<String, Object> given = new LinkedHashMap<>(object == null ? Map.of() : read(object));
            arguments.forEach(argument -> Assignment.parse(argument).into(given));
            return Arguments.of(given);
        }

        private static Map<String, Object> read(String object) {
            try {
                JsonNode read = JSON.readTree(object);
                if (!read.isObject()) {
                    throw new Failure("--arguments is %s; expected a JSON object such as {\"expression\": \"2 * 21\"}"
                            .formatted(read.isMissingNode() ? "empty" : read));
                }
                return JSON.convertValue(read, new TypeReference<>() {});
            } catch (JsonProcessingException wrong) {
                throw new Failure("--arguments is not JSON: " + wrong.getOriginalMessage());
            }
        }

        private int told(String text) {
            if (!output.json()) {
                door.print(text);
            }
            return 0;
        }

        private int refused(String message) {
            if (!output.json()) {
                door.tell("personaagent: " + message);
            }
            return 1;
        }
    }
}
