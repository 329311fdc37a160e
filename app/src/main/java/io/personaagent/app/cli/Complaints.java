package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.Suggestion;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is told when a command cannot be run or fails: one line that says what was wrong, and one that says where to look. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final PrintWriter err;

    Complaints(PrintWriter err) {
        this.err = requireNonNull(err, "err");
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        err.println("personaagent: " + message(wrong));
        err.println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        err.flush();
        return 2;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof Failure expected) {
            err.println("personaagent: " + expected.getMessage());
            return tell(1);
        }
        err.println("personaagent: " + oneLine(failure));
        LoggerFactory.getLogger(Complaints.class)
                .debug("{} failed", command.getCommandSpec().qualifiedName(), failure);
        return tell(1);
    }

    private int tell(int exit) {
        err.flush();
        return exit;
    }

    private static String oneLine(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            return "there is no %s '%s' here%s"
                    .formatted(
                            word.startsWith("-") ? "option" : "command or argument",
                            word,
                            suggestion(word, wrong.getCommandLine()));
        }
        // picocli writes this word before some of its messages and not before others.
        return String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
    }

    private static String suggestion(String word, CommandLine command) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        return Suggestion.closest(word, known)
                .map("; did you mean '%s'?"::formatted)
                .orElseGet(() -> word.startsWith("-")
                                || command.getSubcommands().isEmpty()
                        ? ""
                        : "; there are: "
                                + String.join(", ", command.getSubcommands().keySet()));
    }
}
