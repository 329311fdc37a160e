package io.personaagent.core.kit;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.plugin.FromPlugin;
import io.personaagent.core.plugin.PluginInfo;
import io.personaagent.core.plugin.PluginInfo.State;
import io.personaagent.core.plugin.PluginTrial;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be said of a plugin's jar: first what the host checks, then, by running it alone, that it starts and what its contract asks of
 * names, descriptions, examples and effects. No tool is called.
 *
 * @param plugin as the host would tell of it; {@link State#STARTED} when it can run
 */
public record Inspection(PluginInfo plugin, List<Finding> findings) {

    private static final String UNKNOWN = "no-such-setting";

    public Inspection {
        requireNonNull(plugin, "plugin");
        findings = List.copyOf(findings);
    }

    /** Runs the jar, which must start, and stop, within the limit. */
    public static Inspection of(Path jar, Duration limit) {
        try (PluginTrial trial = PluginTrial.of(jar, limit)) {
            List<Finding> findings = new ArrayList<>();
            findings.add(started(trial.plugin()));
            trial.toolProviders().forEach(provider -> findings.addAll(inspected(provider)));
            return new Inspection(trial.plugin(), findings);
        }
    }

    /** Whether nothing is wrong. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Finding.Verdict.WRONG);
    }

    private static Finding started(PluginInfo plugin) {
        return plugin.state() == State.STARTED
                ? Finding.well(
                        "start",
                        "brings %s"
                                .formatted(String.join(
                                        ", ",
                                        Stream.concat(
                                                        plugin.offered().tools().stream()
                                                                .map("the tools of '%s'"::formatted),
                                                        plugin.offered().memories().stream()
                                                                .map("the memory backend '%s'"::formatted))
                                                .toList())))
                : Finding.wrong("start", plugin.reason());
    }

    private static List<Finding> inspected(FromPlugin<ToolProvider> provider) {
        ToolCatalogue catalogue = asked(provider, ToolSettings.NONE);
        List<Finding> findings = new ArrayList<>();
        catalogue.problems().forEach(problem -> findings.add(Finding.wrong(provider.name(), problem.reason())));
        List<ToolSpec> specs = catalogue.specs();
        if (specs.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.wrong(provider.name(), "has no tools; a provider has at least one"));
        }
        if (!refusesUnknown(provider)) {
            findings.add(Finding.wrong(
                    provider.name(),
                    "takes the setting '%s' without a word; begin tools() with settings.onlyKnowing(...)"
                            .formatted(UNKNOWN)));
        }
        specs.forEach(spec -> findings.addAll(new SpecCheck(spec, specs).findings()));
        return findings;
    }

    private static boolean refusesUnknown(FromPlugin<ToolProvider> provider) {
        return asked(provider, new ToolSettings(Map.of(UNKNOWN, "1"))).problems().stream()
                .map(ToolProblem::reason)
                .anyMatch(reason -> reason.contains(UNKNOWN));
    }

    private static ToolCatalogue asked(FromPlugin<ToolProvider> provider, ToolSettings settings) {
        return ToolCatalogue.of(List.of(new Offer(provider.name(), provider.extension(), settings)));
    }
}
