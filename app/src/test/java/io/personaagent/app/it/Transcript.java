package io.personaagent.app.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a newcomer types and writes, word for word from a README: commands with what they answer, and the lines of code. */
record Transcript(List<Typed> commands, List<String> written) {

    /** The one of the plugins. */
    static final Path PLUGINS = Path.of("..", "plugins", "README.md");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|java)\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** A command, and the lines that stand under it. */
    record Typed(List<String> words, List<String> answer) {}

    Transcript {
        commands = List.copyOf(commands);
        written = List.copyOf(written);
    }

    static Transcript of(Path readme) {
        List<Typed> commands = new ArrayList<>();
        List<String> written = new ArrayList<>();
        Matcher block = BLOCK.matcher(text(readme));
        while (block.find()) {
            List<String> lines = requireNonNull(block.group(2)).lines().toList();
            if ("java".equals(block.group(1))) {
                written.addAll(lines);
            } else {
                lines.forEach(line -> add(commands, line));
            }
        }
        return new Transcript(commands, written);
    }

    /** The lines that are not blank. */
    long linesWritten() {
        return written.stream().filter(line -> !line.isBlank()).count();
    }

    /** The provider that 'plugins new' wrote, with what the newcomer wrote in place of its tool. */
    void write(Path provider) {
        List<String> old = text(provider).lines().toList();
        int tool = indexOf(old, "    // Your tool, in place of this one.");
        List<String> changed = new ArrayList<>(old.subList(0, tool));
        int imports = indexOf(old, "import ");
        changed.addAll(
                tool,
                written.stream().filter(line -> !line.startsWith("import ")).toList());
        changed.addAll(
                imports,
                written.stream().filter(line -> line.startsWith("import ")).toList());
        changed.add("}");
        try {
            Files.write(provider, changed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int indexOf(List<String> lines, String beginning) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(beginning)) {
                return at;
            }
        }
        throw new AssertionError("no line begins with: " + beginning);
    }

    private static void add(List<Typed> commands, String line) {
        if (!line.startsWith("$ ")) {
            assertThat(commands).as("a command before '%s'", line).isNotEmpty();
            commands.get(commands.size() - 1).answer().add(line);
            return;
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring(2));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        commands.add(new Typed(List.copyOf(words), new ArrayList<>()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
