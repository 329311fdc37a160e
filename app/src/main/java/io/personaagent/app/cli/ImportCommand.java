package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.transfer.ImportFormat;
import io.personaagent.app.transfer.ImportReport;
import io.personaagent.app.transfer.Importer;
import io.personaagent.core.Person;
import io.personaagent.memory.archive.Archive;
import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.forget.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            "  truth        what the right answer would have been; or instead of it",
            "  rating       the mark that you gave, with the scale when it is not [1, 5]",
            "  chosen       the answer that you chose, with the options that there were",
            "  tags         a list of texts",
            "  sensitivity  ordinary, health, finance, credentials, identity or intimate",
            "  actions      tools that were called, as a list of objects:",
            "               {\"tool\": ..., \"arguments\": {...}, \"result\" or \"error\": ...}",
            "",
            "What others may have written never counts as what you wanted. With --labels you say that",
            "truth, rating and chosen are yours; the other words of the file stay those of others.",
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

    @Option(
            names = "--sensitivity",
            paramLabel = "CLASS",
            description = {
                "the class of lines that name none: ordinary, health, finance, credentials, identity or intimate",
                "(default: what their words say)"
            })
    private String sensitivity = "ordinary";

    @Option(
            names = "--labels",
            description = "the labels in the file (truth, rating, chosen) are my own: 'align' learns from them")
    private boolean labels;

    @Mixin
    private final Output output = new Output();

    ImportCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (Archive.isAt(file)) {
            if (labels) {
                throw new Failure("--labels is for a file of lines; an export says itself which labels are yours");
            }
            return new ArchiveImport(door, output).read(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new Failure((Files.exists(file) ? "'%s' is not a file" : "there is no file '%s'").formatted(file));
        }
        Sensitivity usual = usual();
        return door.withPerson(person -> {
            ImportReport report = read(person, format(person, usual));
            report.rejected().forEach(rejection -> door.tell(rejection.toString()));
            tellOf(report.notKept());
            if (output.json()) {
                door.print(Json.object()
                        .put("added", report.added())
                        .put("present", report.present())
                        .put("notKept", report.notKept().size())
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

    private Sensitivity usual() {
        return Arrays.stream(Sensitivity.values())
                .filter(each -> Json.word(each).equals(sensitivity.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        "there is no sensitivity '%s'; there are: ordinary, health, finance, credentials, identity, intimate"
                                .formatted(sensitivity)));
    }

    private void tellOf(List<Secret> notKept) {
        if (!notKept.isEmpty()) {
            door.tell("I did not keep %s.".formatted(Secret.told(notKept)));
        }
    }

    /** What is imported is tagged with the file's name, by which it can be forgotten. */
    private ImportFormat format(Person person, Sensitivity usual) {
        Path name = file.getFileName();
        ImportFormat format = new ImportFormat(person.clock(), usual);
        ImportFormat vouched = labels ? format.tagging(Provenance.OWN_LABEL) : format;
        return name == null ? vouched : vouched.tagging(Selection.IMPORT_TAG + name);
    }

    private ImportReport read(Person person, ImportFormat format) throws IOException {
        Importer importer = new Importer(person.memory(), format);
        long size = Files.size(file);
        try (LongProgress progress = LongProgress.of(door, "import")) {
            return importer.read(file, done -> progress.at(done, size));
        }
    }
}
