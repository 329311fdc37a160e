package io.personaagent.app.cli;

import io.personaagent.core.wiring.Household;
import io.personaagent.memory.Memory;
import io.personaagent.memory.MemoryStats;
import io.personaagent.memory.Trial;
import io.personaagent.memory.compare.Side;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.view.ViewSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One backend of a comparison: on the view that serves where that is complete, and else on one that is built for this. */
final class ComparedBackend implements AutoCloseable {

    private final Memory memory;
    private final @Nullable Trial trial;
    private final long buildMillis;

    private ComparedBackend(Memory memory, @Nullable Trial trial, long buildMillis) {
        this.memory = memory;
        this.trial = trial;
        this.buildMillis = buildMillis;
    }

    static ComparedBackend opened(Household household, String name, Door door) {
        Memory memory = household.memory(Door.user(household), name);
        try (LongProgress work = LongProgress.of(door, name)) {
            if (serves(memory, household)) {
                memory.catchUp(work::at);
                return new ComparedBackend(memory, null, 0);
            }
            long begun = System.nanoTime();
            Trial trial = memory.rebuild()
                    .trial(work::at)
                    .orElseThrow(() -> new Failure("another process is building the view of '%s'".formatted(name)));
            return new ComparedBackend(memory, trial, (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException failed) {
            memory.close();
            throw failed;
        }
    }

    /** What is configured absorbs what it has not anyway; another one is left as it is unless it is complete. */
    private static boolean serves(Memory memory, Household household) {
        MemoryStats stats = memory.stats();
        return memory.backendName().equals(household.settings().text("memory.backend"))
                || (stats.absorbed() == stats.end() && !memory.view().isOutdated());
    }

    Side side() {
        return new Side(memory.backendName(), this::recall);
    }

    private List<Recollection> recall(RecallQuery query) {
        return trial == null ? memory.recall(query) : trial.recall(query);
    }

    ViewSize size() {
        return trial == null ? memory.size() : trial.size();
    }

    /** The embedding space of its vectors; empty when it has none. */
    String space() {
        return trial == null ? memory.view().serving().embedder() : trial.space();
    }

    /** How long its view took to build; -1 where that was there already. */
    long buildMillis() {
        return trial == null ? -1 : buildMillis;
    }

    /** Lets what was built for this serve from now on. */
    void keep() {
        if (trial != null) {
            trial.keep();
        }
    }

    @Override
    public void close() {
        if (trial != null) {
            trial.close();
        }
        memory.close();
    }
}
