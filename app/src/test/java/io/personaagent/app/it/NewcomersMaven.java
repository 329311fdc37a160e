package io.personaagent.app.it;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven as somebody has it who never built this program: an empty local repository, and Maven Central, for which stands in what this build
 * had from there. No network.
 */
final class NewcomersMaven {

    private static final Path BUILDS =
            Path.of(requireNonNull(System.getProperty("maven.repository"), "maven.repository"));
    private static final Path HOME = Path.of(requireNonNull(System.getProperty("maven.home"), "maven.home"));
    private static final String SETTINGS =
            """
            <settings>
              <localRepository>%s</localRepository>
              <mirrors><mirror><id>stand-in</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors>
            </settings>
            """;

    private final Path folder;

    NewcomersMaven(Path folder) {
        this.folder = folder;
    }

    /** Where it keeps what it fetched. */
    Path localRepository() {
        return folder.resolve("repository");
    }

    /** Runs it in a folder. */
    Program.Result run(Path in, List<String> arguments) {
        try {
            Path settings = Files.writeString(
                    Files.createDirectories(folder).resolve("settings.xml"),
                    SETTINGS.formatted(localRepository(), BUILDS.toUri()));
            File said = folder.resolve("said").toFile();
            boolean windows = File.separatorChar == '\\';
            List<String> start = List.of(
                    HOME.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString(),
                    "-B",
                    "-ntp",
                    "-gs",
                    settings.toString(),
                    "-s",
                    settings.toString());
            ProcessBuilder builder = new ProcessBuilder(
                            Stream.concat(start.stream(), arguments.stream()).toList())
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process maven = builder.start();
            if (!maven.waitFor(10, TimeUnit.MINUTES)) {
                maven.destroyForcibly().waitFor();
                throw new AssertionError("Maven did not end: " + Files.readString(said.toPath()));
            }
            return new Program.Result(maven.exitValue(), Files.readString(said.toPath()), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
