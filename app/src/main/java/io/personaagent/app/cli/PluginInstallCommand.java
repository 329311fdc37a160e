package io.personaagent.app.cli;

import io.personaagent.core.kit.Coordinates;
import io.personaagent.core.kit.JarRepository;
import io.personaagent.core.plugin.PluginInfo;
import io.personaagent.core.plugin.PluginShelf;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs a plugin from a file or a Maven repository. */
@Command(
        name = "install",
        description =
                "Checks a plugin's jar and keeps a copy with its hash. It runs from the next start on, and in a chat"
                        + " that goes on from the next turn on.")
final class PluginInstallCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(
            paramLabel = "JAR",
            description = "the plugin's jar, or Maven coordinates, such as com.example:bill:1.0.0")
    private String jar = "";

    @Option(names = "--signed", description = "refuses a jar without a signature (JAR.sig) of a key that you trust")
    private boolean signed;

    @Option(
            names = "--repository",
            paramLabel = "URL",
            description = "the Maven repository to ask when your local one has no such jar (default: Maven Central)")
    private URI repository = JarRepository.CENTRAL;

    @Option(
            names = "--local-repository",
            paramLabel = "DIR",
            description = "your local Maven repository (default: ~/.m2/repository)")
    private Path local = Path.of(System.getProperty("user.home"), ".m2", "repository");

    PluginInstallCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(household -> {
            door.print(PluginLine.of(install(household.pluginShelf())));
            return 0;
        });
    }

    private PluginInfo install(PluginShelf shelf) throws IOException {
        Optional<Coordinates> coordinates = Coordinates.in(jar);
        if (coordinates.isEmpty()) {
            return installed(shelf, Path.of(jar));
        }
        Path folder = Files.createTempDirectory("personaagent-plugin");
        try {
            return installed(shelf, new JarRepository(local, repository).fetch(coordinates.get(), folder));
        } finally {
            delete(folder);
        }
    }

    private PluginInfo installed(PluginShelf shelf, Path file) {
        return signed ? shelf.installSigned(file) : shelf.install(file);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
