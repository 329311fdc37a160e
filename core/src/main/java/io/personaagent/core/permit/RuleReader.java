package io.personaagent.core.permit;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.core.config.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads rules from TOML; a word that it does not know is a problem, since a rule that is read wrongly would allow what nobody allowed. */
final class RuleReader {

    private static final List<String> KEYS = List.of("decision", "tool", "user", "arguments", "definition");

    private RuleReader() {}

    /** @param problems gets what is wrong, each in one line for the person */
    static List<Rule> rules(JsonNode root, List<String> problems) {
        root.fieldNames().forEachRemaining(name -> {
            if (!name.equals("rule")) {
                problems.add("'%s' is unknown; each rule begins with [[rule]]".formatted(name));
            }
        });
        JsonNode all = root.path("rule");
        if (!all.isMissingNode() && !all.isArray()) {
            problems.add("'rule' must be written [[rule]], with two brackets");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            rule(all.get(place), "rule %d: ".formatted(place + 1), problems).ifPresent(rules::add);
        }
        return List.copyOf(rules);
    }

    private static Optional<Rule> rule(JsonNode node, String where, List<String> problems) {
        int before = problems.size();
        node.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                problems.add(where
                        + "'%s' is unknown; %s"
                                .formatted(
                                        name,
                                        Suggestion.closest(name, KEYS)
                                                .map("did you mean '%s'?"::formatted)
                                                .orElse("a rule has " + String.join(", ", KEYS))));
            }
        });
        String tool = text(node, "tool", where, problems);
        if (tool.isBlank()) {
            problems.add(where + "it needs a tool; '*' stands for every tool");
        }
        Optional<Rule.Decision> decision = decision(node, where, problems);
        String user = text(node, "user", where, problems);
        String definition = text(node, "definition", where, problems);
        ArgumentPattern arguments = arguments(node.path("arguments"), where, problems);
        return problems.size() > before
                ? Optional.empty()
                : decision.map(said -> new Rule(said, user, tool, arguments, definition));
    }

    private static Optional<Rule.Decision> decision(JsonNode node, String where, List<String> problems) {
        String said = text(node, "decision", where, problems);
        Optional<Rule.Decision> decision = Arrays.stream(Rule.Decision.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
        if (decision.isEmpty()) {
            problems.add(where + "decision is '%s'; expected allow, ask or deny".formatted(said));
        }
        return decision;
    }

    private static ArgumentPattern arguments(JsonNode node, String where, List<String> problems) {
        if (node.isMissingNode()) {
            return ArgumentPattern.ANY;
        }
        if (!node.isObject()) {
            problems.add(where + "arguments must be a table such as { to = \"ida@example.com\", text = \"*\" }");
            return ArgumentPattern.ANY;
        }
        Map<String, String> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isValueNode()
                                ? entry.getValue().asText()
                                : entry.getValue().toString()));
        return ArgumentPattern.of(values);
    }

    private static String text(JsonNode node, String key, String where, List<String> problems) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            problems.add(where + "'%s' is %s; expected a text in quotes".formatted(key, value));
        }
        return value.isTextual() ? value.textValue() : "";
    }
}
