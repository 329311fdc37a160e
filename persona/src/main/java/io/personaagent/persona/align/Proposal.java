package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What an aligner would change, for a gate to accept or refuse.
 *
 * @param edits in the order in which they apply; empty when nothing is to be improved
 * @param reason one line for the person to read
 */
public record Proposal(List<Edit> edits, String reason) {

    /** The most of the persona that one alignment may rewrite, in bytes: a fifth of what it may hold. */
    public static final int MAX_CHANGE = Persona.MAX_BYTES / 5;

    public Proposal {
        edits = List.copyOf(edits);
        requireNonNull(reason, "reason");
    }

    /**
     * The persona with the edits made; its fixed rules stay as they are.
     *
     * @throws IllegalArgumentException when an edit names a statement that is not there, or adds one that is, or when a pinned statement
     *     would change
     */
    public Persona applyTo(Persona persona) {
        List<Statement> statements = new ArrayList<>(persona.statements());
        for (Edit edit : edits) {
            edit.fold(
                    add -> statements.add(add.statement()),
                    replace ->
                            statements.set(place(statements, replace.statement().id()), replace.statement()),
                    remove -> statements.remove(place(statements, remove.id())));
        }
        return persona.next(statements);
    }

    private static int place(List<Statement> statements, String id) {
        List<String> ids = statements.stream().map(Statement::id).toList();
        int place = ids.indexOf(id);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "there is no statement '%s'; there are: %s".formatted(id, String.join(", ", ids)));
        }
        return place;
    }
}
