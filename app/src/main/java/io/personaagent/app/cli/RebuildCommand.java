package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Memory;
import io.personaagent.memory.MemoryStats;
import io.personaagent.memory.Rebuild;
import io.personaagent.memory.Rebuild.Manner;
import io.personaagent.memory.Rebuilt;
import io.personaagent.memory.ViewReport;
import io.personaagent.memory.spi.Budget;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Derives a backend's view anew from the log. */
@Command(
        name = "rebuild",
        header = "Derives what a backend keeps anew from the log.",
        description = {
            "The new view is built beside the one that serves, and takes its place when it is complete; until then, in other",
            "processes too, the old one answers. Stopped with Ctrl-C or killed, it goes on from there the next time.",
            "With another embedder configured (memory.embedder), this re-embeds.",
            "Which backend answers is the setting memory.backend; this does not change it."
        })
final class RebuildCommand implements Callable<Integer> {

    /** The profile is drawn from the new view as it was from the old one, without asking a model. */
    private static final Budget PROFILE_ANEW = new Budget(Duration.ofMinutes(5), 0, 0);

    private final Door door;

    @Option(names = "--backend", paramLabel = "NAME", description = "which one (default: the one that is configured)")
    private @Nullable String backend;

    @Option(names = "--restart", description = "begins anew where an earlier attempt was stopped")
    private boolean restart;

    @Mixin
    private final Output output = new Output();

    RebuildCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(household -> {
            String configured = household.settings().text("memory.backend");
            try (Memory memory = household.memory(Door.user(household), backend == null ? configured : backend)) {
                boolean hadProfile = !memory.profile().isEmpty();
                Rebuilt rebuilt = rebuilt(memory);
                if (rebuilt.end() != Rebuilt.End.SERVES) {
                    throw new Failure(
                            rebuilt.end() == Rebuilt.End.STOPPED
                                    ? "stopped; 'personaagent memory rebuild' goes on from there"
                                    : "another process has taken over the building of this view");
                }
                if (hadProfile) {
                    memory.reflect(PROFILE_ANEW);
                }
                report(memory, rebuilt, household);
                return 0;
            }
        });
    }

    private Rebuilt rebuilt(Memory memory) {
        tellWhereItGoesOn(memory);
        Rebuild rebuild = memory.rebuild();
        try (LongProgress work = LongProgress.of(door, "rebuild")) {
            return OnInterrupt.does(() -> stop(rebuild))
                    .during(() -> rebuild.run(restart ? Manner.AFRESH : Manner.GO_ON, work::at));
        }
    }

    private void tellWhereItGoesOn(Memory memory) {
        ViewReport before = memory.view();
        if (!before.building().isNone() && before.built() > 0 && !restart) {
            door.tell("Going on with what was begun: %,d of %,d entries of the log."
                    .formatted(before.built(), memory.stats().end()));
        }
    }

    private void stop(Rebuild rebuild) {
        rebuild.stop();
        door.tell("Stopping; what is built is kept, and 'personaagent memory rebuild' goes on from there.");
    }

    private void report(Memory memory, Rebuilt rebuilt, Household household) {
        MemoryStats stats = memory.stats();
        String configured = household.settings().text("memory.backend");
        String space = memory.view().serving().embedder();
        if (output.json()) {
            door.print(Json.object()
                    .put("backend", memory.backendName())
                    .put("configured", configured)
                    .put("view", rebuilt.view().number())
                    .put("embedder", space)
                    .put("from", rebuilt.from())
                    .put("absorbed", stats.absorbed())
                    .put("end", stats.end())
                    .toPrettyString());
            return;
        }
        door.print("%s: view %d serves, %,d records of %,d episodes%s"
                .formatted(
                        memory.backendName(),
                        rebuilt.view().number(),
                        stats.records().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        stats.episodes(),
                        space.isEmpty() ? "" : ", vectors of " + space));
        if (!memory.backendName().equals(configured)) {
            door.tell("The backend that answers is still '%s'; to change that, write memory.backend = \"%s\" into %s"
                    .formatted(
                            configured, memory.backendName(), household.home().config()));
        }
    }
}
