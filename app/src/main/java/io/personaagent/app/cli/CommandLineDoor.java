package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.wiring.HouseholdSource;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;

/** The command line as one function: arguments in, exit status out. 0 done, 1 failed, 2 wrong usage. */
public final class CommandLineDoor {

    private final Streams streams;
    private final Map<String, String> environment;
    private final HouseholdSource households;

    public CommandLineDoor(Streams streams, Map<String, String> environment, HouseholdSource households) {
        this.streams = requireNonNull(streams, "streams");
        this.environment = Map.copyOf(environment);
        this.households = requireNonNull(households, "households");
    }

    /** The command line of this process. */
    public static CommandLineDoor ofSystem() {
        Streams streams = new Streams(System.in, writer(System.out), writer(System.err), isTerminal());
        Clock clock = Clock.system(ZoneId.systemDefault());
        return new CommandLineDoor(streams, System.getenv(), new HouseholdSource(System.getenv(), clock));
    }

    /** From JDK 22 to 24 a console may be there without a terminal; the chat then reads plain lines all the same. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }

    /** Runs one command to its end. */
    public int run(String... arguments) {
        // The one question that must be answered at once: scripts ask it to see whether the program is there.
        if (Arrays.equals(arguments, new String[] {"--version"})) {
            streams.out().println(Version.line());
            streams.out().flush();
            return 0;
        }
        CommandLine commands = RootCommand.all(new Door(streams, new HomeOptions(environment), households));
        Complaints complaints = new Complaints(streams.err());
        return commands.setOut(streams.out())
                .setErr(streams.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setExitCodeExceptionMapper(failure -> 1)
                .execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
