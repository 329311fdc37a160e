package io.personaagent.persona;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A persona as a model reads it: the rules, then what is known about the person, as much as there is room for. The same persona, room and
 * relevance always give the same words.
 */
final class SystemPrompt {

    private static final String STANCES = "In round brackets: where the person stands on what the sentence is about.\n";

    /** So that a statement of which nothing fits the question still counts by its strength. */
    private static final double LEAST_RELEVANCE = 0.05;

    private static final double STRONG = 0.75;
    private static final double SLIGHT = 0.4;
    private static final double UNSURE = 0.5;

    private SystemPrompt() {}

    static String of(Persona persona, List<Statement> shown) {
        StringBuilder prompt =
                new StringBuilder(persona.rules().strip()).append("\n\nWhat is known about this person:\n");
        if (persona.statements().isEmpty()) {
            prompt.append("Nothing yet beyond what they said in the conversations that you may recall.\n");
        }
        if (shown.stream().anyMatch(statement -> statement.polarity() != Statement.Polarity.NEUTRAL)) {
            prompt.append(STANCES);
        }
        shown.forEach(statement -> prompt.append(line(statement)));
        int left = persona.statements().size() - shown.size();
        if (left > 0) {
            prompt.append("(%d more, which matter less to the question, are left out.)\n".formatted(left));
        }
        return prompt.toString();
    }

    /**
     * The statements that fit into so many bytes of UTF-8 when they are written as lines, in the persona's order. Pinned ones are taken
     * first, then by relevance, strength and confidence together, and equal ones in the persona's order.
     */
    static List<Statement> fitting(Persona persona, int bytes, ToDoubleFunction<Statement> relevance) {
        if (persona.statements().stream().mapToInt(SystemPrompt::length).sum() <= bytes) {
            return persona.statements();
        }
        Map<Statement, Double> weights = new HashMap<>();
        persona.statements().forEach(statement -> weights.put(statement, weight(statement, relevance)));
        List<Statement> wanted = new ArrayList<>(persona.statements());
        wanted.sort(Comparator.comparing(Statement::pinned)
                .thenComparing(weights::get, Comparator.naturalOrder())
                .reversed());
        Set<Statement> fitting = first(wanted, bytes);
        return persona.statements().stream().filter(fitting::contains).toList();
    }

    /** One that is too long for the room that is left does not stop a shorter one. */
    private static Set<Statement> first(List<Statement> wanted, int bytes) {
        Set<Statement> fitting = new HashSet<>();
        int room = bytes;
        for (Statement statement : wanted) {
            if (length(statement) <= room) {
                room -= length(statement);
                fitting.add(statement);
            }
        }
        return fitting;
    }

    private static int length(Statement statement) {
        return line(statement).getBytes(StandardCharsets.UTF_8).length;
    }

    private static double weight(Statement statement, ToDoubleFunction<Statement> relevance) {
        return Math.max(relevance.applyAsDouble(statement), LEAST_RELEVANCE)
                * statement.strength()
                * statement.support().confidence();
    }

    private static String line(Statement statement) {
        return "- [%s] %s%s\n".formatted(statement.id(), statement.text(), stance(statement));
    }

    private static String stance(Statement statement) {
        List<String> words = new ArrayList<>();
        if (statement.polarity() != Statement.Polarity.NEUTRAL) {
            words.add(degree(statement.strength())
                    + (statement.polarity() == Statement.Polarity.FOR ? "in favour" : "against"));
        }
        if (statement.support().confidence() < UNSURE) {
            words.add("not certain");
        }
        return words.isEmpty() ? "" : " (%s)".formatted(String.join(", ", words));
    }

    private static String degree(double strength) {
        if (strength >= STRONG) {
            return "strongly ";
        }
        return strength < SLIGHT ? "slightly " : "";
    }
}
