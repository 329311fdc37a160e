package io.personaagent.core.permit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.DurableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code HOME/policy.toml}: the person's standing words about calls. It is read anew each time, so that what they change holds at
 * once; what is added is appended, so that their comments stay.
 */
public final class RuleFile {

    private static final String HEADING =
            """
            # What tools may do without asking, what they must ask for, and what they may not do. A denial is stronger than
            # 'ask', and 'ask' than 'allow'. Where words of others were read before, what acts outside asks each time.
            """;

    private static final TomlMapper TOML = new TomlMapper();

    private final Path file;

    public RuleFile(Path file) {
        this.file = requireNonNull(file, "file");
    }

    /**
     * The rules in their order; none where there is no file.
     *
     * @throws ConfigException when the file cannot be read, or says what cannot be meant
     */
    public List<Rule> read() {
        String text = text();
        if (text.isBlank()) {
            return List.of();
        }
        JsonNode root = parsed(text);
        List<String> problems = new ArrayList<>();
        List<Rule> rules = RuleReader.rules(root, problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(file.toString(), problems);
        }
        return rules;
    }

    /**
     * Adds a rule; when this returns, it is on the disk.
     *
     * @throws ConfigException when the file cannot be read or written; it is left as it is
     */
    public void add(Rule rule) {
        read();
        String before = text();
        write((before.isBlank() ? HEADING : before.stripTrailing() + "\n") + "\n" + RuleText.of(rule));
    }

    /**
     * Takes a rule away. The file is written anew, without what was between the rules.
     *
     * @param place counted from 1
     * @throws ConfigException when there is no such rule, or the file cannot be read or written
     */
    public Rule remove(int place) {
        List<Rule> rules = new ArrayList<>(read());
        if (place < 1 || place > rules.size()) {
            throw new ConfigException(
                    file.toString(), List.of("there is no rule %d; there are %d".formatted(place, rules.size())));
        }
        Rule removed = rules.remove(place - 1);
        StringBuilder left = new StringBuilder(HEADING);
        rules.forEach(rule -> left.append('\n').append(RuleText.of(rule)));
        write(left.toString());
        return removed;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException unreadable) {
            throw new ConfigException(file.toString(), List.of("cannot be read: " + unreadable.getMessage()));
        }
    }

    private JsonNode parsed(String text) {
        try {
            return TOML.readTree(text);
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new ConfigException(
                    file.toString(), List.of("line %d is not TOML: %s".formatted(line, wrong.getOriginalMessage())));
        }
    }

    private void write(String text) {
        try {
            DurableFile.moveInto(
                    DurableFile.stage(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), file), file);
        } catch (IOException failed) {
            throw new ConfigException(file.toString(), List.of("cannot be written: " + failed.getMessage()));
        }
    }
}
