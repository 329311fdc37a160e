package io.personaagent.plugins.files;

import io.personaagent.tools.ToolContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the folder of the person whom a call is for. */
final class Folders {

    private final FileSettings settings;

    Folders(FileSettings settings) {
        this.settings = settings;
    }

    /** A folder that the person named themselves may hold what it likes; their workspace has a limit. */
    Folder of(ToolContext context) throws IOException {
        Optional<Path> named = settings.folderOf(context.user());
        if (named.isEmpty()) {
            return new Folder(context.workspace().toRealPath(), Room.OF_A_WORKSPACE);
        }
        Files.createDirectories(named.get());
        return new Folder(named.get().toRealPath(), Room.UNLIMITED);
    }
}
