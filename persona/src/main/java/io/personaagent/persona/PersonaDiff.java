package io.personaagent.persona;

import java.util.List;

/** What distinguishes two versions, statement by statement; a statement that says something else or was pinned is both
 * removed and added. */
public record PersonaDiff(List<Statement> removed, List<Statement> added) {

    public PersonaDiff {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    public static PersonaDiff between(Persona before, Persona after) {
        return new PersonaDiff(missing(before, after), missing(after, before));
    }

    private static List<Statement> missing(Persona here, Persona there) {
        return here.statements().stream()
                .filter(statement -> there.statements().stream().noneMatch(other -> same(statement, other)))
                .toList();
    }

    private static boolean same(Statement one, Statement other) {
        return one.id().equals(other.id()) && one.meaning().equals(other.meaning()) && one.pinned() == other.pinned();
    }
}
