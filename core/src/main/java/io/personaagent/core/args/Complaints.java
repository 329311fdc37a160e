package io.personaagent.core.args;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a schema's validator found, in words: what was wrong, what was found, what would be right. One complaint for each part. */
final class Complaints {

    private static final int LONGEST_SHOWN = 80;

    private final LocalSchema schema;
    private final Map<String, Object> arguments;
    private final List<String> order = new ArrayList<>();

    /** By the part that it is about. */
    private final Map<String, String> found = new LinkedHashMap<>();

    Complaints(LocalSchema schema, Map<String, Object> arguments) {
        this.schema = schema;
        this.arguments = arguments;
        schema.resolved(schema.root()).path("properties").fieldNames().forEachRemaining(order::add);
    }

    List<String> of(List<Error> errors) {
        errors.forEach(this::add);
        return found.entrySet().stream()
                .sorted((one, other) -> Integer.compare(place(one.getKey()), place(other.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void add(Error error) {
        List<Object> path = path(error.getInstanceLocation());
        String keyword = error.getKeyword() == null ? "" : error.getKeyword();
        if (keyword.equals("required") || keyword.equals("additionalProperties")) {
            boolean missing = keyword.equals("required");
            List<Object> part = new ArrayList<>(path);
            part.add(String.valueOf(error.getProperty()));
            found.putIfAbsent(name(part), missing ? missing(part) : unknown(path, name(part)));
        } else {
            found.putIfAbsent(name(path), wrong(path, expected(path, keyword, error)));
        }
    }

    private String missing(List<Object> part) {
        return "argument '%s' is missing; expected %s"
                .formatted(name(part), schema.expected(schema.at(part.iterator())));
    }

    private String unknown(List<Object> path, String name) {
        List<String> names = new ArrayList<>();
        schema.at(path.iterator()).path("properties").fieldNames().forEachRemaining(names::add);
        return "there is no argument '%s'; %s"
                .formatted(name, names.isEmpty() ? "it takes none" : "it takes: " + String.join(", ", names));
    }

    private String wrong(List<Object> path, String expected) {
        Object value = value(path);
        return "argument '%s' is %s (%s); expected %s".formatted(name(path), shown(value), kind(value), expected);
    }

    private String expected(List<Object> path, String keyword, Error error) {
        JsonNode limit = schema.at(path.iterator()).path(keyword);
        String most = limit.asText();
        return switch (keyword) {
            case "minimum" -> "at least " + most;
            case "maximum" -> "at most " + most;
            case "exclusiveMinimum" -> "more than " + most;
            case "exclusiveMaximum" -> "less than " + most;
            case "multipleOf" -> "a multiple of " + most;
            case "minLength" -> "at least %s characters".formatted(most);
            case "maxLength" -> "at most %s characters".formatted(most);
            case "minItems" -> "at least %s items".formatted(most);
            case "maxItems" -> "at most %s items".formatted(most);
            case "uniqueItems" -> "each item once";
            case "const" -> most;
            case "type", "enum", "anyOf", "oneOf" -> schema.expected(schema.at(path.iterator()));
            default -> "something else: " + error.getMessage();
        };
    }

    private Object value(List<Object> path) {
        Object value = arguments;
        for (Object step : path) {
            if (value instanceof Map<?, ?> map && map.get(step) != null) {
                value = map.get(step);
            } else if (value instanceof List<?> list && step instanceof Integer at && at < list.size()) {
                value = list.get(at) == null ? "null" : list.get(at);
            }
        }
        return value;
    }

    private int place(String name) {
        int known = order.indexOf(name.split("[.\\[]", 2)[0]);
        return known < 0 ? order.size() : known;
    }

    private static List<Object> path(NodePath location) {
        List<Object> path = new ArrayList<>();
        for (int at = 0; at < location.getNameCount(); at++) {
            path.add(location.getElement(at));
        }
        return path;
    }

    private static String name(List<Object> path) {
        StringBuilder name = new StringBuilder();
        for (Object step : path) {
            name.append(step instanceof Number ? "[%s]".formatted(step) : (name.length() == 0 ? "" : ".") + step);
        }
        return name.toString();
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static String kind(Object value) {
        if (value instanceof List<?>) {
            return "list";
        }
        return value instanceof Map<?, ?> ? "object" : value.getClass().getSimpleName();
    }
}
