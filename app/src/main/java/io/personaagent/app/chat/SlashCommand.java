package io.personaagent.app.chat;

import io.personaagent.core.config.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be typed in a chat beside what is said to the agent. */
enum SlashCommand {
    HELP("", "shows this"),
    GOOD("", "the last answer was right"),
    BAD("", "the last answer was wrong"),
    CORRECT("TEXT", "the last answer was wrong, and this is the right one"),
    RATE("MARK [THING]", "a mark for what was asked about, or for the thing: 4, 4/5, 8/10"),
    CHOOSE("OPTION", "one of the answers that were offered: its words, letter or number"),
    CONFIRM("", "yes, what I said after 'no, I meant' is what was right"),
    WHY("[VERSION]", "what the last answer came from, or why a version of your persona"),
    PERSONA("", "what the agent holds to be true about you"),
    ALIGN("[stop]", "learns from what you corrected, in the background; 'stop' ends that"),
    MEMORY("[WORDS]", "the latest episodes, or those that fit the words"),
    UNDO("[TURN]", "takes back what tools did last, or in a turn"),
    USAGE("", "what was asked of the models since the start, and what it took"),
    REFLEX("", "goes on without the model; answers first what it failed to answer"),
    QUIT("", "leaves (so does Ctrl-D)"),
    /** Something with a slash that is none of these. */
    UNKNOWN("", "");

    private final String argument;
    private final String meaning;

    SlashCommand(String argument, String meaning) {
        this.argument = argument;
        this.meaning = meaning;
    }

    /** A command with what stood behind it; for {@link #UNKNOWN}, with what to tell the person. */
    record Call(SlashCommand command, String rest) {}

    /** The names as they are typed. */
    static List<String> names() {
        return Arrays.stream(values())
                .filter(command -> command != UNKNOWN)
                .map(SlashCommand::typed)
                .toList();
    }

    static List<String> help() {
        return Arrays.stream(values())
                .filter(command -> command != UNKNOWN)
                .map(command ->
                        "  %-18s %s".formatted((command.typed() + " " + command.argument).strip(), command.meaning))
                .toList();
    }

    /** The command that a line is; empty when the line is said to the agent. A path such as {@code /etc/hosts is odd} is said. */
    static Optional<Call> parse(String line) {
        if (!line.matches("(?s)/[a-zA-Z]+(\\s.*)?")) {
            return Optional.empty();
        }
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        return Optional.of(Arrays.stream(values())
                .filter(command -> command != UNKNOWN && command.typed().equals(parts[0].toLowerCase(Locale.ROOT)))
                .map(command -> new Call(command, rest))
                .findFirst()
                .orElseGet(() -> unknown(parts[0])));
    }

    private static Call unknown(String name) {
        return new Call(
                UNKNOWN,
                "there is no command '%s'; %s"
                        .formatted(
                                name,
                                Suggestion.closest(name, names())
                                        .map("did you mean '%s'?"::formatted)
                                        .orElseGet(() -> "there are: " + String.join(" ", names()))));
    }

    private String typed() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }
}
