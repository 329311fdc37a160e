package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Rule;
import io.personaagent.core.permit.Rule.Decision;
import io.personaagent.core.wiring.Household;
import io.personaagent.tools.ToolSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The person's standing words about what tools may do. */
final class RuleCommands {

    private RuleCommands() {}

    /** Adds them to the commands about tools. */
    static CommandLine addTo(CommandLine tools, Door door) {
        return tools.addSubcommand(new ListAll(door))
                .addSubcommand(new Allow(door))
                .addSubcommand(new Ask(door))
                .addSubcommand(new Deny(door));
    }

    @Command(
            name = "rules",
            header = "Lists what tools may do without asking, must ask for, or may not do.",
            description = "They stand in policy.toml in the home, which may be edited by hand.")
    static final class ListAll implements Callable<Integer> {

        private final Door door;

        @Option(names = "--remove", paramLabel = "N", description = "takes the rule of this number away")
        private @Nullable Integer removed;

        @Mixin
        private final Output output = new Output();

        ListAll(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                if (removed != null) {
                    Rule gone = household.toolRules().remove(removed);
                    door.tell("Removed: " + gone.words());
                    return 0;
                }
                show(household.toolRules().read());
                return 0;
            });
        }

        private void show(List<Rule> rules) {
            if (output.json()) {
                door.print(Json.list(rules, ListAll::json).toPrettyString());
                return;
            }
            for (int place = 0; place < rules.size(); place++) {
                door.print("%2d  %s".formatted(place + 1, rules.get(place).words()));
            }
            if (rules.isEmpty()) {
                door.tell(
                        "There are no rules of yours: reading is free, writing too unless words of others were read before, and what acts outside this machine asks.");
            }
        }

        private static ObjectNode json(Rule rule) {
            ObjectNode node = Json.object()
                    .put("decision", rule.decision().name().toLowerCase(Locale.ROOT))
                    .put("tool", rule.tool())
                    .put("user", rule.user())
                    .put("definition", rule.definition());
            ObjectNode arguments = node.putObject("arguments");
            rule.pattern().forEach(arguments::put);
            return node.put("anyArguments", rule.pattern().isEmpty());
        }
    }

    @Command(
            name = "allow",
            header = "Lets a tool act without asking.",
            description = {
                "With arguments, only for calls with exactly these; * stands for anything.",
                "  personaagent tools allow send_mail to='*@example.com' text='*'",
                "The rule holds as long as the tool stays what it is now. Where words of others",
                "were read before, what acts outside this machine asks all the same."
            })
    static final class Allow extends Saying {
        Allow(Door door) {
            super(door, Decision.ALLOW);
        }
    }

    @Command(name = "ask", description = "Makes a tool ask each time, also where it only reads.")
    static final class Ask extends Saying {
        Ask(Door door) {
            super(door, Decision.ASK);
        }
    }

    @Command(
            name = "deny",
            description = "Forbids a tool, or with arguments these calls of it; stronger than any other rule.")
    static final class Deny extends Saying {
        Deny(Door door) {
            super(door, Decision.DENY);
        }
    }

    /** Adds a rule about a tool that there is. */
    abstract static class Saying implements Callable<Integer> {

        private final Door door;
        private final Decision decision;

        @Parameters(index = "0", paramLabel = "TOOL", description = "its name, as 'tools list' shows it")
        private String tool = "";

        @Parameters(index = "1..*", paramLabel = "NAME=PATTERN", description = "with which arguments (default: any)")
        private List<String> arguments = List.of();

        Saying(Door door, Decision decision) {
            this.door = door;
            this.decision = decision;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                Rule rule = Rule.about(decision, Door.user(household), spec(household), patterns());
                household.toolRules().add(rule);
                door.tell("Noted: " + rule.words());
                return 0;
            });
        }

        private ToolSpec spec(Household household) {
            List<ToolSpec> specs = household
                    .serve(Door.person(household), Asker.nobodyThere())
                    .toolbox()
                    .specs();
            return specs.stream()
                    .filter(each -> each.name().equals(tool))
                    .findFirst()
                    .orElseThrow(() -> new Failure("there is no tool '%s'; there are: %s"
                            .formatted(
                                    tool,
                                    String.join(
                                            ", ",
                                            specs.stream().map(ToolSpec::name).toList()))));
        }

        private Map<String, String> patterns() {
            Map<String, String> patterns = new LinkedHashMap<>();
            arguments.forEach(argument -> Assignment.parse(argument).into(patterns));
            return patterns;
        }
    }
}
