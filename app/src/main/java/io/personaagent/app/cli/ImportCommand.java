package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.transfer.ImportFormat;
import io.personaagent.app.transfer.ImportReport;
import io.personaagent.app.transfer.Importer;
import io.personaagent.core.Person;
import io.personaagent.memory.archive.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a file of episodes into memory. */
@Command(
        name = "import",
        header = "Puts a file of episodes, one JSON object a line, or an export into memory.",
        description = {
            "  {\"text\": \"I moved to Oslo.\", \"happened\": \"2026-11-20T09:30:00Z\"}",
            "",
            "A line must have",
            "  text         what was said",
            "  happened     when: 2026-11-20T09:30:00Z, 2026-11-20T09:30 or 2026-11-20",
            "and may have",
            "  id           names the episode; made from the content when absent",
            "  session      the conversation that it belongs to",
            "  speaker      who said it; you, when absent",
            "  reply        what was answered",
            "  truth        what the right answer would have been",
            "  tags         a list of texts",
            "  sensitivity  ordinary, health, finance, credentials, identity or intimate",
            "  actions      tools that were called, as a list of objects:",
            "               {\"tool\": ..., \"arguments\": {...}, \"result\" or \"error\": ...}",
            "",
            "A line that cannot be used is reported and stops nothing; the exit status is then 1.",
            "Running it again adds nothing twice and goes on where it was stopped.",
            "",
            "A folder that 'memory export' wrote is put back as it was, your own words as your own words,",
            "with the persona and the tools' entries; its hashes are checked before anything is written."
        })
final class ImportCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(paramLabel = "FILE", description = "a .jsonl file, UTF-8, or a folder that 'memory export' wrote")
    private Path file = Path.of("");

    @Mixin
    private final Output output = new Output();

    ImportCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (Archive.isAt(file)) {
            return new ArchiveImport(door, output).read(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new Failure((Files.exists(file) ? "'%s' is not a file" : "there is no file '%s'").formatted(file));
        }
        return door.withPerson(person -> {
            ImportReport report = read(person);
            report.rejected().forEach(rejection -> door.tell(rejection.toString()));
            if (output.json()) {
                door.print(Json.object()
                        .put("added", report.added())
                        .put("present", report.present())
                        .<ObjectNode>set("rejected", Json.list(report.rejected(), rejection -> Json.object()
                                .put("line", rejection.line())
                                .put("reason", rejection.reason())))
                        .toPrettyString());
            } else {
                door.print("%,d added, %,d there already, %,d rejected"
                        .formatted(
                                report.added(),
                                report.present(),
                                report.rejected().size()));
            }
            return report.rejected().isEmpty() ? 0 : 1;
        });
    }

    private ImportReport read(Person person) throws IOException {
        Importer importer = new Importer(person.memory(), new ImportFormat(person.clock()));
        long size = Files.size(file);
        if (door.streams().terminal()) {
            try (ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName("import")
                    .setInitialMax(size)
                    .setUnit(" KiB", 1024)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build()) {
                return importer.read(file, bar::stepTo);
            }
        }
        PlainProgress lines = new PlainProgress(door, size);
        return importer.read(file, lines::at);
    }
}
