package io.personaagent.tools.contract;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The list of extensions that PF4J's annotation processor leaves with the classes. */
final class ExtensionIndex {

    private static final String FILE = "META-INF/extensions.idx";

    private ExtensionIndex() {}

    /** The classes that the index of this class's own folder or jar names; empty when there is no index. */
    static List<String> beside(Class<?> type) {
        try {
            URI origin =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path location = Path.of(origin);
            if (Files.isDirectory(location)) {
                return names(location.resolve(FILE));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                return names(jar.getPath(FILE));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("%s beside %s cannot be read".formatted(FILE, type), unreadable);
        }
    }

    private static List<String> names(Path index) throws IOException {
        return Files.exists(index)
                ? Files.readAllLines(index).stream()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
    }
}
