package io.personaagent.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a report is written to. */
final class ReportFile {

    private ReportFile() {}

    /** Before hours are spent. */
    static void check(Path out) {
        if (!Files.isDirectory(folder(out))) {
            throw new Failure("there is no folder '%s' for the report".formatted(folder(out)));
        }
        if (Files.isDirectory(out)) {
            throw new Failure("'%s' is a folder; the report needs a file".formatted(out));
        }
    }

    /** Whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(folder(file), ".eval-", ".part");
        try {
            Files.writeString(part, text + (text.endsWith("\n") ? "" : System.lineSeparator()));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path file) {
        Path target = file.toAbsolutePath().normalize();
        return Optional.ofNullable(target.getParent()).orElse(target);
    }
}
