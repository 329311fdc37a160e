package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.MemoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/** A copy of a file that others may be writing to meanwhile: all of it as it was at one moment. */
final class Backup {

    private final Connector connector;

    Backup(Connector connector) {
        this.connector = connector;
    }

    /**
     * Makes the copy and looks whether it is good. Under its name it is there whole or not at all.
     *
     * @throws MemoryException when the name is taken or the copy is not good
     */
    void to(Path copy) throws SQLException, IOException {
        if (Files.exists(copy)) {
            throw new MemoryException("%s is there already, and is left as it is; choose another name".formatted(copy));
        }
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (Handle handle = connector.writer()) {
                handle.run("VACUUM INTO ?", part.toString());
            }
            PrivateFiles.restrictFile(part);
            verify(part);
            PrivateFiles.sync(part);
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(requireNonNull(copy.toAbsolutePath().getParent(), "folder"));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void verify(Path copy) throws SQLException {
        try (Handle handle = connector.at(copy).probe();
                Handle original = connector.probe()) {
            String state = handle.first("PRAGMA integrity_check", row -> row.getString(1))
                    .orElse("no answer");
            boolean good = state.equals("ok")
                    && handle.number("PRAGMA user_version") == original.number("PRAGMA user_version");
            if (!good) {
                throw new MemoryException(
                        "the copy of %s is not good (%s), so it is not kept".formatted(connector.file(), state));
            }
        }
    }
}
