package io.personaagent.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The person's own text editor.
 *
 * @param command the program with its arguments
 */
record Editor(List<String> command) {

    private static final List<String> VARIABLES = List.of("VISUAL", "EDITOR");

    /**
     * The one that the environment names.
     *
     * @throws Failure when it names none
     */
    static Editor of(HomeOptions options) {
        return VARIABLES.stream()
                .flatMap(name -> options.variable(name).stream())
                .findFirst()
                .map(line -> new Editor(Stream.of(line.strip().split("\\s+")).toList()))
                .orElseThrow(
                        () -> new Failure(
                                "no editor is named; set VISUAL or EDITOR, or use 'persona edit STATEMENT --text', --add or --remove"));
    }

    /** For the person's eyes only, where the file system can say so. */
    static void writePrivately(Path file, String text) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** False when the person left it with a failure, which is how one says that nothing is meant. */
    boolean edit(Path file) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.add(file.toString());
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
