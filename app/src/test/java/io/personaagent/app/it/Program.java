package io.personaagent.app.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged jar with a home of its own: each run is a new process. The time zone is UTC, whatever the machine's is. */
final class Program {

    /** The jar under test. */
    static final Path JAR = Path.of(requireNonNull(System.getProperty("personaagent.jar"), "personaagent.jar"));

    private static final long PATIENCE_SECONDS = 120;

    private final Path home;
    private final List<String> start;
    private final Map<String, String> environment = new TreeMap<>(Map.of("PERSONAAGENT_TIMEZONE", "UTC"));
    private String input = "";
    private Path folder = Path.of("").toAbsolutePath();

    /** Started as the launcher does it. */
    Program(Path home) {
        this(
                home,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString()));
    }

    /** Started with this command. */
    Program(Path home, List<String> start) {
        this.home = home;
        this.start = List.copyOf(start);
    }

    /** What a run ended with. */
    record Result(int exit, String out, String err) {

        /** This result, when the exit status is this one; otherwise the test fails with all that was said. */
        Result exited(int expected) {
            assertThat(exit).as("exit status; out: %s%nerr: %s", out, err).isEqualTo(expected);
            return this;
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException wrong) {
                throw new AssertionError("not JSON: %s%nerr: %s".formatted(out, err), wrong);
            }
        }
    }

    Path home() {
        return home;
    }

    /** The folder that it runs in; this process's own at first. */
    Path folder() {
        return folder;
    }

    Program in(Path other) {
        folder = other;
        return this;
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What later runs read from the standard input; nothing at first. */
    Program typing(String... lines) {
        input = String.join("\n", lines) + "\n";
        return this;
    }

    /** Writes the home's configuration. */
    Program configured(String... lines) {
        write(home.resolve("config.toml"), List.of(lines));
        return this;
    }

    /** Runs one command to its end. */
    Result run(String... arguments) {
        try {
            Run run = start(arguments);
            if (!run.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                run.process().destroyForcibly().waitFor();
                throw new AssertionError("%s did not end within %d s; it said: %s"
                        .formatted(List.of(arguments), PATIENCE_SECONDS, run.result(-1)));
            }
            return run.result(run.process().exitValue());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A process, and the files that it writes to. */
    record Run(Process process, Path out, Path err) {

        Result result(int exit) {
            return new Result(exit, text(out), text(err));
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Starts a command and does not wait for it. */
    Run start(String... arguments) {
        try {
            Path streams = Files.createTempDirectory(Files.createDirectories(home.resolveSibling("streams")), "run");
            Path in = Files.writeString(streams.resolve("in"), input, UTF_8);
            ProcessBuilder builder = new ProcessBuilder(command(arguments))
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(streams.resolve("out").toFile())
                    .redirectError(streams.resolve("err").toFile());
            builder.environment().keySet().removeIf(Program::leansOnTheMachine);
            builder.environment().putAll(environment);
            return new Run(builder.start(), streams.resolve("out"), streams.resolve("err"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a file of lines beside the home. */
    Path file(String name, List<String> lines) {
        return write(home.resolveSibling(name), lines);
    }

    private static Path write(Path file, List<String> lines) {
        try {
            Files.createDirectories(requireNonNull(file.getParent()));
            return Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean leansOnTheMachine(String variable) {
        return variable.startsWith("PERSONAAGENT_")
                || variable.endsWith("JAVA_OPTIONS")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }

    /** The home comes last, so that a command's own arguments stay together. */
    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        if (!List.of(arguments).contains("--version") && !List.of(arguments).contains("demo")) {
            command.addAll(List.of("--home", home.toString()));
        }
        return command;
    }
}
