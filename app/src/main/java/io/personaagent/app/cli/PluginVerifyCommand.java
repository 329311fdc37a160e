package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.kit.Finding;
import io.personaagent.core.kit.Inspection;
import io.personaagent.core.plugin.PluginHost;
import io.personaagent.core.plugin.PluginInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a jar, or at all that are installed. */
@Command(
        name = "verify",
        description = "Checks a jar: first without running any of its code, then, alone, what its contract asks."
                + " Without a jar: every installed plugin, without running any.")
final class PluginVerifyCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(arity = "0..1", paramLabel = "JAR", description = "the jar to check (default: all that are installed)")
    private @Nullable Path jar;

    @Option(names = "--without-running", description = "runs none of the jar's code")
    private boolean withoutRunning;

    @Mixin
    private final Output output = new Output();

    PluginVerifyCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Path one = jar;
        return one == null || withoutRunning
                ? door.with(household -> looked(
                        one == null
                                ? household.pluginShelf().verify()
                                : List.of(household.pluginShelf().verify(one))))
                : inspected(Inspection.of(one, PluginHost.USUAL_LIMIT));
    }

    private int looked(List<PluginInfo> checked) {
        if (output.json()) {
            door.print(Json.list(checked, Json::of).toPrettyString());
        } else {
            checked.forEach(plugin -> door.print(PluginLine.of(plugin)));
            if (checked.isEmpty()) {
                door.tell("No plugin is installed; the bundled ones come with the program.");
            }
        }
        return checked.stream().allMatch(plugin -> plugin.state() == PluginInfo.State.READY) ? 0 : 1;
    }

    private int inspected(Inspection inspection) {
        if (output.json()) {
            ObjectNode node = Json.of(inspection.plugin());
            node.set("findings", Json.list(inspection.findings(), PluginVerifyCommand::json));
            door.print(Json.list(List.of(node), all -> all).toPrettyString());
        } else {
            door.print(PluginLine.of(inspection.plugin()));
            inspection.findings().stream()
                    .filter(finding ->
                            !finding.text().equals(inspection.plugin().reason()))
                    .forEach(finding -> door.print("    %-5s  %s: %s"
                            .formatted(Json.word(finding.verdict()), finding.about(), finding.text())));
        }
        return inspection.passed() ? 0 : 1;
    }

    private static ObjectNode json(Finding finding) {
        return Json.object()
                .put("verdict", Json.word(finding.verdict()))
                .put("about", finding.about())
                .put("text", finding.text());
    }
}
