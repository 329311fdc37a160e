package io.personaagent.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.Service;
import io.personaagent.core.tool.Asker;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.wiring.Household;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
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
        return new CommandLine(new Root()).addSubcommand(new ListAll(door)).addSubcommand(new Call(door));
    }

    @Command(name = "tools", mixinStandardHelpOptions = true, description = "What the agent can do for you.")
    static final class Root extends Group {}

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the tools with what they take, may change and need.")
    static final class ListAll implements Callable<Integer> {

        private final Door door;

        @Mixin
        private final HomeOptions options = new HomeOptions();

        @Option(names = "--json", description = "as JSON")
        private boolean json;

        ListAll(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return options.with(door, household -> {
                Service service = household.serve(options.person(household), Asker.nobodyThere());
                List<ToolSpec> specs = service.toolbox().specs();
                if (json) {
                    door.print(Json.list(specs, Json::of).toPrettyString());
                } else {
                    specs.forEach(this::print);
                }
                service.toolbox()
                        .problems()
                        .forEach(problem -> door.tell("%s: %s".formatted(problem.provider(), problem.reason())));
                return 0;
            });
        }

        private void print(ToolSpec spec) {
            String parameters = spec.function().parameters() == null
                    ? ""
                    : String.join(
                            ", ", spec.function().parameters().properties().keySet());
            door.print("%s(%s)  %s%s"
                    .formatted(
                            spec.name(),
                            parameters,
                            Json.word(spec.effect()),
                            spec.permissions().isEmpty() ? "" : ", needs " + Json.texts(spec.permissions())));
            door.print("    " + spec.description());
            spec.examples().stream().limit(2).forEach(example -> door.print("    e.g. " + example));
        }
    }

    @Command(
            name = "call",
            mixinStandardHelpOptions = true,
            description = {"Calls a tool.", "  personaagent tools call calculate expression='2 * 21'"})
    static final class Call implements Callable<Integer> {

        private static final Duration LIMIT = Duration.ofSeconds(60);

        private final Door door;

        @Mixin
        private final HomeOptions options = new HomeOptions();

        @Parameters(index = "0", paramLabel = "TOOL", description = "its name, as 'tools list' shows it")
        private String tool = "";

        @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "its arguments")
        private Map<String, String> arguments = new LinkedHashMap<>();

        @Option(
                names = "--arguments",
                paramLabel = "JSON",
                description = "the arguments as a JSON object, instead of NAME=VALUE")
        private @Nullable String object;

        @Option(names = "--json", description = "the result as JSON")
        private boolean json;

        Call(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return options.with(door, this::run);
        }

        /** Who types a call has approved of it. */
        private int run(Household household) {
            Service service = household.serve(options.person(household), (spec, call) -> true);
            ToolCall call = new ToolCall("call", tool, given());
            Observation observation = service.toolbox()
                    .run(new Step.UseTools(List.of(call), Influence.PERSON), TurnDeadline.in(LIMIT))
                    .get(0);
            if (json) {
                ObjectNode node = Json.of(observation);
                door.print(node.toPrettyString());
            }
            return observation.result().fold(done -> told(done.text()), failed -> refused(failed.message()));
        }

        private Arguments given() {
            if (object == null) {
                return Arguments.of(arguments);
            }
            try {
                return Arguments.of(new ObjectMapper().readValue(object, new TypeReference<Map<String, Object>>() {}));
            } catch (JsonProcessingException wrong) {
                throw new Failure("--arguments is not a JSON object: " + wrong.getOriginalMessage());
            }
        }

        private int told(String text) {
            if (!json) {
                door.print(text);
            }
            return 0;
        }

        private int refused(String message) {
            if (!json) {
                door.tell("personaagent: " + message);
            }
            return 1;
        }
    }
}
