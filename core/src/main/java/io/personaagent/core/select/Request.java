package io.personaagent.core.select;

import io.personaagent.core.turn.Situation;
import io.personaagent.persona.Relevance;
import io.personaagent.persona.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** What tools are compared with: the message, its parts where it asks for several things, and what the persona says of tools for it. */
final class Request {

    private static final int LONGEST = 600;
    private static final int MOST_PARTS = 4;
    private static final int SHORTEST_PART = 8;
    private static final int MOST_GUIDANCE = 2;
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)[.;!?\\n]+\\s+|,?\\s+(?:and then|and also|and|then|after that|but first)\\s+");

    private Request() {}

    static List<String> texts(Situation situation) {
        String said = shortened(situation.message().text());
        List<String> texts = new ArrayList<>();
        texts.add(said);
        List<String> parts = BETWEEN.splitAsStream(said)
                .map(String::strip)
                .filter(part -> part.length() >= SHORTEST_PART)
                .limit(MOST_PARTS)
                .toList();
        if (parts.size() > 1) {
            texts.addAll(parts);
        }
        guidance(situation, said).forEach(statement -> texts.add(said + "\n" + statement.text()));
        return texts;
    }

    private static List<Statement> guidance(Situation situation, String said) {
        ToDoubleFunction<Statement> relevance = Relevance.to(said);
        return situation.background().persona().statements().stream()
                .filter(statement -> statement.kind() == Statement.Kind.TOOL_GUIDANCE)
                .filter(statement -> relevance.applyAsDouble(statement) > 0)
                .sorted(Comparator.comparingDouble(relevance).reversed().thenComparing(Statement::id))
                .limit(MOST_GUIDANCE)
                .toList();
    }

    /** What is wanted of a long paste stands before it or behind it. */
    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + "\n" + text.substring(text.length() - LONGEST / 2);
    }
}
