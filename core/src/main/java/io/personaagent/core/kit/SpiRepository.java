package io.personaagent.core.kit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What plugins are built against, as the small Maven repository that lies in the packaged program. */
public final class SpiRepository {

    private static final String FOLDER = "spi-repository/";

    private final ClassLoader program;

    /** The repository among the program's resources. */
    public SpiRepository(ClassLoader program) {
        this.program = requireNonNull(program, "program");
    }

    /**
     * The version that plugins are built against: the program's own.
     *
     * @throws KitException when this program was not packaged, and so has no repository
     */
    public String version() {
        return text("version.txt");
    }

    /** Writes what a plugin of this kind needs into a folder, laid out as Maven wants it. */
    void copy(PluginKind kind, Path folder) throws IOException {
        for (String file : files()) {
            if (kind.needs(file)) {
                Path target = folder.resolve(file);
                Files.createDirectories(requireNonNull(target.getParent()));
                try (InputStream content = open(file)) {
                    Files.copy(content, target);
                }
            }
        }
    }

    private List<String> files() {
        return List.of(text("files.txt").split(";", -1));
    }

    private String text(String file) {
        try (InputStream content = open(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private InputStream open(String file) {
        InputStream content = program.getResourceAsStream(FOLDER + file);
        if (content == null) {
            throw new KitException(
                    "this program carries nothing to build plugins against (no %s%s in it); use the packaged personaagent.jar"
                            .formatted(FOLDER, file));
        }
        return content;
    }
}
