package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.archive.Archive;
import io.personaagent.memory.archive.Restored;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.file.Path;

/** Puts an export back into memory. */
final class ArchiveImport {

    private final Door door;
    private final Output output;

    ArchiveImport(Door door, Output output) {
        this.door = door;
        this.output = output;
    }

    int read(Path folder) throws Exception {
        Archive archive = Archive.open(folder);
        return door.with(household -> {
            tellOfAnotherPerson(archive, household);
            Restored restored = restored(archive, household);
            try (LongProgress work = LongProgress.of(door, "derive")) {
                Door.person(household).memory().catchUp(work::at);
            }
            report(restored);
            return restored.leftOut().isEmpty() ? 0 : 1;
        });
    }

    private void tellOfAnotherPerson(Archive archive, Household household) {
        if (!archive.manifest().user().equals(Door.user(household))) {
            door.tell("This is the memory of %s; it is put into that of %s."
                    .formatted(archive.manifest().user(), Door.user(household)));
        }
    }

    private Restored restored(Archive archive, Household household) throws IOException {
        try (UserStore store = household.stores().open(Door.user(household));
                LongProgress work = LongProgress.of(door, "import")) {
            return archive.restoreInto(store, work::at);
        }
    }

    private void report(Restored restored) {
        restored.leftOut().forEach(line -> door.tell("left out: " + line));
        if (output.json()) {
            door.print(Json.object()
                    .put("added", restored.added())
                    .put("present", restored.present())
                    .<ObjectNode>set("leftOut", Json.list(restored.leftOut(), line -> Json.object()
                            .put("reason", line)))
                    .toPrettyString());
        } else {
            door.print("%,d added, %,d there already, %,d left out"
                    .formatted(
                            restored.added(),
                            restored.present(),
                            restored.leftOut().size()));
        }
    }
}
