package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.memory.MemoryStats;
import io.personaagent.memory.ViewReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How much is remembered. */
@Command(name = "stats", description = "Counts what is remembered, and what it takes on the disk.")
final class StatsCommand implements Callable<Integer> {

    private final Door door;

    @Mixin
    private final Output output = new Output();

    StatsCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.withPerson(person -> {
            MemoryStats stats = person.memory().stats();
            ViewReport view = person.memory().view();
            if (output.json()) {
                ObjectNode node = Json.object()
                        .put("user", person.user().value())
                        .put("backend", person.memory().backendName())
                        .put("episodes", stats.episodes())
                        .put("bytes", stats.bytes())
                        .put("absorbed", stats.absorbed())
                        .put("end", stats.end())
                        .put("view", view.serving().number())
                        .put("embedder", view.serving().embedder())
                        .put("wanted", view.wanted());
                if (!view.building().isNone()) {
                    node.put("building", view.building().number()).put("built", view.built());
                }
                ObjectNode records = node.putObject("records");
                stats.records().forEach(records::put);
                door.print(node.toPrettyString());
                return 0;
            }
            door.print("user       %s".formatted(person.user()));
            door.print("backend    %s".formatted(person.memory().backendName()));
            door.print("episodes   %,d".formatted(stats.episodes()));
            stats.records().forEach((kind, count) -> door.print("records    %,d %s".formatted(count, kind)));
            if (!view.serving().embedder().isEmpty()) {
                door.print("vectors    %s%s".formatted(view.serving().embedder(), ViewWords.more(view, stats.end())));
            }
            door.print("on disk    %,d KiB".formatted(stats.bytes() / 1024));
            return 0;
        });
    }
}
