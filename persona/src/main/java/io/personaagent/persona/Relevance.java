package io.personaagent.persona;

import io.personaagent.memory.text.Terms;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** How much a statement matters to what is being talked about, from 0 to 1. */
public final class Relevance {

    private Relevance() {}

    /** By the terms that they share. How the person wants to be answered matters to every question. */
    public static ToDoubleFunction<Statement> to(String said) {
        Set<String> asked = terms(said);
        return statement -> statement.kind() == Statement.Kind.STYLE ? 1 : likeness(asked, terms(statement.text()));
    }

    private static Set<String> terms(String text) {
        return new HashSet<>(Terms.of(text));
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        return shared.size() / Math.sqrt((double) one.size() * other.size());
    }
}
