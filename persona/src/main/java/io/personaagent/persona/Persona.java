package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The system prompt of one person: fixed rules that nothing rewrites, and statements that alignment may.
 *
 * @param version 1 for the first; each change makes the next
 * @param rules the fixed part, the same for everybody
 * @param statements what is known about the person, the most important first; ids are unique
 */
public record Persona(int version, String rules, List<Statement> statements) {

    /** The most that all statements may take together, in UTF-8. */
    public static final int MAX_BYTES = 8 * 1024;

    public Persona {
        requireNonNull(rules, "rules");
        statements = List.copyOf(statements);
        if (version < 1) {
            throw new IllegalArgumentException("version is %d, but must be at least 1".formatted(version));
        }
        Set<String> ids = new HashSet<>();
        for (Statement statement : statements) {
            if (!ids.add(statement.id())) {
                throw new IllegalArgumentException("statement '%s' is there twice".formatted(statement.id()));
            }
        }
        int bytes = statements.stream()
                .mapToInt(statement -> statement.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the statements take %d bytes, but may take %d".formatted(bytes, MAX_BYTES));
        }
    }

    /** The next version, with other statements and the same rules. */
    public Persona next(List<Statement> changed) {
        return new Persona(version + 1, rules, changed);
    }

    /** What a model is given as system prompt at each step. */
    public String systemPrompt() {
        StringBuilder prompt = new StringBuilder(rules.strip()).append("\n\nWhat is known about this person:\n");
        if (statements.isEmpty()) {
            prompt.append("Nothing yet beyond what they said in the conversations that you may recall.\n");
        }
        statements.forEach(statement -> prompt.append("- [")
                .append(statement.id())
                .append("] ")
                .append(statement.text())
                .append('\n'));
        return prompt.toString();
    }
}
