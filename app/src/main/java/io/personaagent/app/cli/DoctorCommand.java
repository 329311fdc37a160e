package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.core.Service;
import io.personaagent.core.plugin.PluginInfo;
import io.personaagent.core.tool.Asker;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.ViewReport;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether everything is well. */
@Command(
        name = "doctor",
        header = "Checks whether everything is well.",
        description =
                "Looks at the home, every person's store to the last hash, the plugins and the planner. Exit status 1 when something is wrong.")
final class DoctorCommand implements Callable<Integer> {

    private final Door door;
    private final List<Finding> findings = new ArrayList<>();

    @Mixin
    private final Output output = new Output();

    /**
     * What was looked at, and what is wrong with it.
     *
     * @param problem empty when all is well
     */
    private record Finding(String what, String problem) {}

    DoctorCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(household -> {
            well("program: " + Version.line());
            well("home: " + household.home().folder());
            household.stores().users().forEach(user -> examine(household, user));
            household.plugins().plugins().forEach(this::examine);
            examineTools(household);
            report();
            return findings.stream().allMatch(finding -> finding.problem().isEmpty()) ? 0 : 1;
        });
    }

    private void examine(Household household, UserId user) {
        String what = "memory of %s".formatted(user);
        try (UserStore store = household.stores().open(user)) {
            List<String> wrong = store.check();
            wrong.forEach(line -> findings.add(new Finding(what, line)));
            if (wrong.isEmpty()) {
                well("%s: %,d episodes, every hash right"
                        .formatted(what, store.episodes().count()));
                examineView(household, user, store.episodes().end());
            }
        } catch (MemoryException unreadable) {
            findings.add(new Finding(what, String.valueOf(unreadable.getMessage())));
        }
    }

    private void examineView(Household household, UserId user, long end) {
        ViewReport view = household.person(user).memory().view();
        String more = ViewWords.more(view, end);
        if (!more.isEmpty()) {
            well("memory of %s: vectors of %s%s".formatted(user, view.serving().embedder(), more));
        }
    }

    private void examine(PluginInfo plugin) {
        String what = "plugin %s".formatted(plugin.id());
        if (plugin.state() == PluginInfo.State.STARTED) {
            well("%s %s: runs".formatted(what, plugin.manifest().version()));
        } else {
            findings.add(new Finding(what, plugin.reason()));
        }
    }

    private void examineTools(Household household) {
        Service service;
        try {
            service = household.serve(Door.person(household), Asker.nobodyThere());
        } catch (MemoryException unreadable) {
            findings.add(new Finding("tools", "they need the store of %s".formatted(Door.user(household))));
            return;
        }
        service.toolbox()
                .problems()
                .forEach(problem -> findings.add(new Finding("tools of " + problem.provider(), problem.reason())));
        well("tools: %d".formatted(service.toolbox().specs().size()));
        well("planner: %s"
                .formatted(
                        service.agent() == service.reflex()
                                ? "reflex, no model is used"
                                : household.settings().text("model.name")));
    }

    private void well(String what) {
        findings.add(new Finding(what, ""));
    }

    private void report() {
        if (output.json()) {
            door.print(Json.list(findings, finding -> Json.object()
                            .put("what", finding.what())
                            .put("ok", finding.problem().isEmpty())
                            .put("problem", finding.problem()))
                    .toPrettyString());
            return;
        }
        findings.forEach(finding -> door.print(
                finding.problem().isEmpty()
                        ? "ok    " + finding.what()
                        : "WRONG %s: %s".formatted(finding.what(), finding.problem())));
    }
}
