package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

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

    /**
     * The next version by an alignment: the same rules, and each pinned statement as it was. A statement whose text is new gets this
     * version; one whose text stays keeps its own.
     *
     * @throws IllegalArgumentException when a pinned statement would change or go, or another be pinned
     */
    public Persona next(List<Statement> changed) {
        Persona next = edited(changed);
        statements.stream().filter(Statement::pinned).forEach(statement -> {
            if (!next.statements.contains(statement)) {
                throw new IllegalArgumentException(
                        "statement '%s' is pinned: it may neither be changed nor removed".formatted(statement.id()));
            }
        });
        next.statements.stream().filter(Statement::pinned).forEach(statement -> {
            if (!statements.contains(statement)) {
                throw new IllegalArgumentException(
                        "statement '%s' cannot be pinned: only the person pins".formatted(statement.id()));
            }
        });
        return next;
    }

    /** The next version by the person's own hand, who may change what is pinned too. */
    public Persona edited(List<Statement> changed) {
        return new Persona(version + 1, rules, changed.stream().map(this::dated).toList());
    }

    /** The next version with statements exactly as they are given, as they were in an earlier one. */
    public Persona restored(List<Statement> earlier) {
        return new Persona(version + 1, rules, earlier);
    }

    private Statement dated(Statement statement) {
        int since = find(statement.id())
                .filter(before -> before.text().equals(statement.text()))
                .map(Statement::version)
                .orElse(version + 1);
        return statement.with(statement.standing().since(since));
    }

    /** What the statements say, in order. */
    public List<String> texts() {
        return statements.stream().map(Statement::text).toList();
    }

    public Optional<Statement> find(String id) {
        return statements.stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst();
    }

    /**
     * The statement of this id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Statement statement(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                statements.isEmpty()
                        ? "there is no statement '%s'; there is none at all".formatted(id)
                        : "there is no statement '%s'; there are: %s"
                                .formatted(
                                        id,
                                        statements.stream().map(Statement::id).collect(Collectors.joining(", ")))));
    }

    /** What a model is given as system prompt, whole. */
    public String systemPrompt() {
        return SystemPrompt.of(this, statements);
    }

    /**
     * What a model is given as system prompt where the statements' lines may take so many bytes of UTF-8: whole if they fit, otherwise what
     * is pinned, then what matters most.
     *
     * @param relevance how much a statement matters to what is being talked about, from 0 to 1
     */
    public String systemPrompt(int bytes, ToDoubleFunction<Statement> relevance) {
        return SystemPrompt.of(this, SystemPrompt.fitting(this, bytes, relevance));
    }

    /** The statements that such a prompt tells, in order. */
    public List<Statement> told(int bytes, ToDoubleFunction<Statement> relevance) {
        return SystemPrompt.fitting(this, bytes, relevance);
    }
}
