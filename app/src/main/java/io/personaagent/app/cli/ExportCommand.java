package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.archive.ArchiveWriter;
import io.personaagent.memory.archive.Manifest;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.RecordPersonaStore;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes all that is kept of a person into a folder. */
@Command(
        name = "export",
        header = "Writes your memory into a new folder, to keep or to take along.",
        description = {
            "The folder holds one JSON object a line:",
            "  log.jsonl      every episode and all feedback, in their order",
            "  records.jsonl  the persona, with the evidence of each statement",
            "  shelves.jsonl  what tools keep for you, such as notes",
            "  manifest.json  whose it is, and the SHA-256 of each file",
            "",
            "What is derived from the log (vectors, indexes) is not written: 'memory import FOLDER' derives it anew.",
            "The same memory gives the same bytes. Files that tools keep in their workspace are not part of it."
        })
final class ExportCommand implements Callable<Integer> {

    /** Whose records cannot be derived from the log. */
    static final Set<String> OWNERS = Set.of(RecordPersonaStore.OWNER);

    private final Door door;

    @Parameters(paramLabel = "FOLDER", description = "a folder that is not there yet")
    private Path folder = Path.of("");

    @Mixin
    private final Output output = new Output();

    ExportCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(household -> {
            Manifest manifest = write(household);
            if (output.json()) {
                ObjectNode lines = Json.object();
                manifest.files().forEach((file, part) -> lines.put(file, part.lines()));
                door.print(Json.object()
                        .put("user", manifest.user().value())
                        .put("folder", folder.toString())
                        .<ObjectNode>set("lines", lines)
                        .toPrettyString());
            } else {
                manifest.files().forEach((file, part) -> door.print("%-14s %,d lines".formatted(file, part.lines())));
            }
            return 0;
        });
    }

    private Manifest write(Household household) throws Exception {
        try (UserStore store = household.stores().open(Door.user(household));
                LongProgress work = LongProgress.of(door, "export")) {
            return new ArchiveWriter(store, OWNERS).write(folder, work::at);
        }
    }
}
