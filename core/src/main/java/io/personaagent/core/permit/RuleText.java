package io.personaagent.core.permit;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule as TOML. */
final class RuleText {

    private RuleText() {}

    static String of(Rule rule) {
        StringBuilder text = new StringBuilder("[[rule]]\n");
        line(text, "decision", rule.decision().name().toLowerCase(Locale.ROOT));
        line(text, "tool", rule.tool());
        if (!rule.user().isEmpty()) {
            line(text, "user", rule.user());
        }
        if (!rule.arguments().any()) {
            text.append("arguments = ").append(table(rule.arguments().values())).append('\n');
        }
        if (!rule.definition().isEmpty()) {
            line(text, "definition", rule.definition());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(quoted(value)).append('\n');
    }

    private static String table(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + " = " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** A basic string of TOML, on one line. */
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(point)) {
                        quoted.append("\\u%04X".formatted(point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
