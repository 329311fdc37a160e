package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.core.Service;
import io.personaagent.core.model.Endpoint;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.plugin.PluginInfo;
import io.personaagent.core.wiring.HomeModels;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Memory;
import io.personaagent.memory.ViewReport;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RepairableStores;
import io.personaagent.memory.spi.Repaired;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether everything is well. */
@Command(
        name = "doctor",
        header = "Checks whether everything is well.",
        description =
                "Looks at the home, every person's store to the last hash, the plugins and the planner. Exit status 1 when something is wrong.%n%n"
                        + "With --repair, a store of which something is damaged is made anew from what is whole: the log, the persona and the "
                        + "tools' entries are moved, the rest is derived again. The damaged file is kept beside it.")
final class DoctorCommand implements Callable<Integer> {

    private final Door door;
    private final List<Finding> findings = new ArrayList<>();

    @Option(names = "--repair", description = "makes a damaged store anew from what is whole")
    private boolean repair;

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
            for (UserId user : household.stores().users()) {
                examine(household, user);
            }
            household.plugins().plugins().forEach(this::examine);
            examineTools(household);
            report();
            return findings.stream().allMatch(finding -> finding.problem().isEmpty()) ? 0 : 1;
        });
    }

    private void examine(Household household, UserId user) {
        List<String> wrong = wrongWith(household.stores(), user);
        if (wrong.isEmpty()) {
            examineView(household, user);
        } else if (repair && household.stores() instanceof RepairableStores repairable) {
            wrong.forEach(line -> door.tell("memory of %s: %s".formatted(user, line)));
            mend(repairable, user);
        } else {
            wrong.forEach(line -> findings.add(new Finding("memory of %s".formatted(user), line)));
        }
    }

    private List<String> wrongWith(Stores stores, UserId user) {
        try (UserStore store = stores.open(user)) {
            List<String> wrong = store.check();
            if (wrong.isEmpty()) {
                well("memory of %s: %,d episodes, every hash right"
                        .formatted(user, store.episodes().count()));
            }
            return wrong;
        } catch (MemoryException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private void mend(RepairableStores stores, UserId user) {
        try {
            Repaired repaired = stores.repair(user, ExportCommand.OWNERS);
            well(
                    "memory of %s: repaired, %,d episodes are whole, %,d entries could not be read; the damaged file is kept as %s"
                            .formatted(user, repaired.episodes(), repaired.lost(), repaired.damaged()));
        } catch (MemoryException beyond) {
            findings.add(new Finding("memory of %s".formatted(user), String.valueOf(beyond.getMessage())));
        }
    }

    private void examineView(Household household, UserId user) {
        Memory memory = household.person(user).memory();
        ViewReport view = memory.view();
        String more = ViewWords.more(view, memory.stats().end());
        if (!more.isEmpty()) {
            String space = view.serving().embedder();
            well("memory of %s: %s%s".formatted(user, space.isEmpty() ? "no vectors" : "vectors of " + space, more));
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
        examineModels(household.models());
    }

    private void examineModels(HomeModels models) {
        List<Endpoint> planning = models.endpoints(HomeModels.Purpose.PLAN);
        well("planner: %s"
                .formatted(
                        planning.isEmpty()
                                ? "reflex, no model is used"
                                : planning.get(0).model()));
        for (HomeModels.Purpose purpose : HomeModels.Purpose.values()) {
            List<String> chain = models.endpoints(purpose).stream()
                    .map(each -> "%s (%s) at %s".formatted(each.model(), each.table(), each.address()))
                    .toList();
            if (!chain.isEmpty()) {
                well("model that %s: %s".formatted(purpose.words(), String.join(", else ", chain)));
            }
        }
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
