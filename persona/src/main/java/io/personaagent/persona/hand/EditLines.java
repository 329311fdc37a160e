package io.personaagent.persona.hand;

import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A persona as lines that a person edits: one statement a line, with its id and what is known of it before the text. What a line does not
 * say stays as it was.
 */
public final class EditLines {

    private static final String HELP =
            """
            # Your persona: one statement a line. Change what you like, then save and close.
            #   [id] kind, polarity, strength: text
            # kind: preference, fact, style or tool_guidance. polarity: for, against or neutral. strength: 0 to 1.
            # "pinned" after the strength keeps a statement as it is, whatever is learned; take the word away to unpin it.
            # A new line without [id] is a new statement; a line that you delete is a statement less.
            # Lines that begin with # are not read. A line that begins with a blank goes on with the one before.

            """;

    private static final Pattern LINE = Pattern.compile("(?:[-*]\\s+)?(?:\\[([^\\]\\s]*)]\\s*)?(.*)");

    private EditLines() {}

    public static String write(Persona persona) {
        StringBuilder lines = new StringBuilder(HELP);
        for (Statement statement : persona.statements()) {
            lines.append("[%s] %s: %s\n"
                    .formatted(statement.id(), Attributes.of(statement).words(), statement.text()));
        }
        return lines.toString();
    }

    /**
     * What the lines say, in their order; empty when they say nothing.
     *
     * @throws FormException naming each line that cannot be understood
     */
    public static List<Draft> read(String text, Persona persona) {
        List<Draft> drafts = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (NumberedLine line : NumberedLine.of(text)) {
            try {
                drafts.add(draft(line.text(), persona));
            } catch (IllegalArgumentException | FormException unclear) {
                problems.add("line %d: %s".formatted(line.number(), unclear.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new FormException(String.join("\n", problems));
        }
        return drafts;
    }

    private static Draft draft(String line, Persona persona) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new FormException("'%s' is no statement".formatted(line));
        }
        String id = parts.group(1) == null ? "" : parts.group(1);
        Attributes before = persona.find(id).map(Attributes::of).orElse(Attributes.NEW);
        Attributes.Read read = before.read(parts.group(2));
        if (read.rest().isBlank()) {
            throw new FormException(id.isEmpty() ? "there is no text" : "statement '%s' has no text".formatted(id));
        }
        Attributes said = read.attributes();
        return new Draft(id, new Meaning(read.rest(), said.kind(), said.polarity(), said.strength()), said.pinned());
    }
}
