package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.app.transfer.ImportFormat;
import io.personaagent.app.transfer.ImportReport;
import io.personaagent.app.transfer.Importer;
import io.personaagent.core.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a file of episodes into memory. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a file of episodes into memory, one JSON object a line:",
            "  {\"text\": \"I moved to Oslo.\", \"happened\": \"2026-11-20T09:30:00Z\"}",
            "Also known: id, session, speaker, reply, truth, tags, sensitivity, actions. Running it again goes on where it was stopped."
        })
final class ImportCommand implements Callable<Integer> {

    private final Door door;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "FILE", description = "a .jsonl file, UTF-8")
    private Path file = Path.of("");

    @Option(names = "--json", description = "the result as JSON")
    private boolean json;

    ImportCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new Failure("there is no file '%s'".formatted(file));
        }
        return options.withPerson(door, person -> {
            ImportReport report = read(person);
            report.rejected().forEach(rejection -> door.tell(rejection.toString()));
            if (json) {
                door.print(Json.object()
                        .put("added", report.added())
                        .put("present", report.present())
                        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                                "rejected", Json.list(report.rejected(), rejection -> Json.object()
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
