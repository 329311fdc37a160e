package io.personaagent.app.testing;

import io.personaagent.app.cli.CommandLineDoor;
import io.personaagent.app.cli.Streams;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A home that remembers by words alone, which is quick, at noon of one day. */
public final class TestHome {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final String LEXICAL = "memory.backend = \"lexical\"\n";

    private final Path folder;
    private final Clock clock;
    private final Map<String, String> variables;

    private TestHome(Path folder, Clock clock, Map<String, String> variables) {
        this.folder = folder;
        this.clock = clock;
        this.variables = Map.copyOf(variables);
    }

    /** A home in the folder, without a model. */
    public static TestHome in(Path folder) {
        return new TestHome(folder, Clock.fixed(NOON, ZoneOffset.UTC), Map.of()).configured("");
    }

    /** The same home at another time. */
    public TestHome at(Instant time) {
        return new TestHome(folder, Clock.fixed(time, ZoneOffset.UTC), variables);
    }

    /** The same home with one more variable in its commands' environment. */
    public TestHome with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new TestHome(folder, clock, more);
    }

    /** Writes the configuration anew, with more settings. */
    public TestHome configured(String more) {
        return config(LEXICAL + more);
    }

    /** Writes the configuration as it is given. */
    public TestHome config(String content) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.toml"), content);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Opens it, without a command line. */
    public Household open() {
        return new HouseholdSource(Map.of(), clock).open(folder, Map.of());
    }

    public Ran run(String... arguments) {
        return runWith("", arguments);
    }

    /** Runs a command that reads this. */
    public Ran runWith(String in, String... arguments) {
        return run(in, false, arguments);
    }

    /** Runs a command in front of which a person sits, who types this. */
    public Ran runAsked(String typed, String... arguments) {
        return run(typed, true, arguments);
    }

    private Ran run(String in, boolean terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), writer(out), writer(err), terminal);
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PERSONAAGENT_HOME", folder.toString());
        int exit = new CommandLineDoor(streams, environment, new HouseholdSource(environment, clock)).run(arguments);
        return new Ran(exit, text(out), text(err));
    }

    private static PrintWriter writer(ByteArrayOutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** With the same line ends everywhere. */
    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
