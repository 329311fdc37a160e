package io.personaagent.core.permit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.personaagent.tools.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which arguments a rule is about.
 *
 * @param any whatever they are; then there are no values
 * @param values of each argument what it must be, {@code *} standing for anything; an argument that is not named must be absent
 */
record ArgumentPattern(boolean any, Map<String, String> values) {

    static final ArgumentPattern ANY = new ArgumentPattern(true, Map.of());

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Pattern SPECIAL = Pattern.compile("[*\\\\]");
    private static final Pattern PART = Pattern.compile("\\\\(.)|(\\*)|([^*\\\\]+)|\\\\$", Pattern.DOTALL);

    ArgumentPattern {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static ArgumentPattern of(Map<String, String> values) {
        return new ArgumentPattern(false, values);
    }

    /** These arguments and no others. */
    static ArgumentPattern exactly(Arguments arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        arguments
                .asMap()
                .forEach((name, value) -> values.put(
                        name, SPECIAL.matcher(text(value)).replaceAll(found -> "\\\\" + "\\" + found.group())));
        return of(values);
    }

    boolean fits(Arguments arguments) {
        Map<String, Object> given = arguments.asMap();
        if (any) {
            return true;
        }
        return values.keySet().equals(given.keySet())
                && values.entrySet().stream()
                        .allMatch(value -> matches(value.getValue(), text(given.getOrDefault(value.getKey(), ""))));
    }

    /** Whether a text is what a pattern says: {@code *} stands for anything, a backslash takes what is behind it literally. */
    static boolean matches(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        PART.matcher(pattern).results().forEach(part -> {
            if (part.group(2) != null) {
                regex.append(".*");
            } else {
                String literal = part.group(1) != null ? part.group(1) : part.group();
                regex.append(Pattern.quote(literal));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    private static String text(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("an argument is no JSON: " + value, notJson);
        }
    }
}
