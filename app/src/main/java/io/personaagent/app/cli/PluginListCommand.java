package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.plugin.PluginInfo;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.core.wiring.Household;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells of every plugin what it is, what its tools may do, and how it did. */
@Command(
        name = "list",
        description =
                "Lists the plugins with state, hash, tools and what they took of your latest turns; a refused one with the reason.")
final class PluginListCommand implements Callable<Integer> {

    private final Door door;

    @Mixin
    private final Output output = new Output();

    PluginListCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(household -> {
            List<Told> told = told(household);
            output.list(door, told, Told::json, plugin -> String.join(System.lineSeparator(), plugin.lines()));
            return 0;
        });
    }

    private static List<Told> told(Household household) {
        ToolCatalogue catalogue = household.tools();
        ToolUse use = ToolUse.of(household.episodes(Door.user(household)));
        return household.plugins().plugins().stream()
                .map(plugin -> told(plugin, catalogue, use))
                .toList();
    }

    private static Told told(PluginInfo plugin, ToolCatalogue catalogue, ToolUse use) {
        List<String> providers = plugin.offered().tools();
        List<ToolSpec> specs = catalogue.specs().stream()
                .filter(spec -> catalogue
                        .providerOf(spec.name())
                        .filter(providers::contains)
                        .isPresent())
                .toList();
        List<String> problems = catalogue.problems().stream()
                .filter(problem -> providers.contains(problem.provider()))
                .map(ToolProblem::reason)
                .toList();
        return new Told(plugin, specs, problems, use.in(specs));
    }

    /** All that is told of one. */
    private record Told(PluginInfo plugin, List<ToolSpec> specs, List<String> problems, ToolUse use) {

        List<String> lines() {
            return Stream.of(
                            Stream.of(PluginLine.of(plugin)),
                            specs.stream().map(spec -> "    %s  %s%s"
                                    .formatted(spec.name(), Json.word(spec.effect()), needs(spec))),
                            problems.stream().map("    "::concat),
                            plugin.manifest().requires().isEmpty()
                                    ? Stream.<String>empty()
                                    : Stream.of("    for SPI %s%s"
                                            .formatted(plugin.manifest().requires(), used())))
                    .flatMap(lines -> lines)
                    .toList();
        }

        private static String needs(ToolSpec spec) {
            return spec.permissions().isEmpty() ? "" : ", needs " + String.join(", ", permissions(spec));
        }

        private static List<String> permissions(ToolSpec spec) {
            return spec.permissions().stream().map(Permission::toString).toList();
        }

        private String used() {
            return use.calls() == 0
                    ? ""
                    : "; called %,d times in your latest turns, %,d failed, %,d were abandoned, %,d ms in all"
                            .formatted(
                                    use.calls(),
                                    use.failed(),
                                    use.abandoned(),
                                    use.took().toMillis());
        }

        ObjectNode json() {
            ObjectNode node = Json.of(plugin);
            node.set("specs", Json.list(specs, Json::of));
            node.set("problems", Json.texts(problems));
            node.putObject("use")
                    .put("calls", use.calls())
                    .put("failed", use.failed())
                    .put("abandoned", use.abandoned())
                    .put("ms", use.took().toMillis());
            return node;
        }
    }
}
