package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a JSON file that knows where it stands; asked for what it is not, it says so.
 *
 * @param where such as {@code locomo.json: [3].qa[12]}
 */
public record Part(String where, JsonNode node) {

    private static final int MOST_FIELDS = 8;
    private static final int MOST_CHARACTERS = 40;

    /** The field, which must be there. */
    public Part at(String field) {
        if (!has(field)) {
            throw expected("an object with the field '%s'".formatted(field));
        }
        return child(field, requireNonNull(node.get(field)));
    }

    /** Whether this is an object with that field, and the field is not null. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The entries of a list. */
    public List<Part> items() {
        if (!node.isArray()) {
            throw expected("a list");
        }
        List<Part> items = new ArrayList<>();
        node.forEach(item -> items.add(new Part("%s[%d]".formatted(where, items.size()), item)));
        return items;
    }

    /** The fields of an object, in their order. */
    Map<String, Part> fields() {
        if (!node.isObject()) {
            throw expected("an object");
        }
        Map<String, Part> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), child(field.getKey(), field.getValue())));
        return fields;
    }

    public String text() {
        if (!node.isTextual()) {
            throw expected("text");
        }
        return node.textValue();
    }

    /** A text or a number, as a text: some sets name the same thing now this way, now that. */
    public String name() {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw expected("text or a whole number");
        }
        return node.asText();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    /** All texts and numbers below, however they are nested. */
    List<String> leaves() {
        List<String> leaves = new ArrayList<>();
        if (node.isValueNode()) {
            leaves.add(name());
        } else if (node.isArray()) {
            items().forEach(item -> leaves.addAll(item.leaves()));
        } else {
            fields().values().forEach(field -> leaves.addAll(field.leaves()));
        }
        return leaves;
    }

    public DatasetException expected(String what) {
        return new DatasetException(
                "%s: expected %s, but found %s".formatted(where.replaceFirst(": $", ""), what, found()));
    }

    private Part child(String field, JsonNode child) {
        return new Part(where + (where.endsWith(": ") ? "" : ".") + field, child);
    }

    private String found() {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names.isEmpty()
                    ? "an object without fields"
                    : "an object with "
                            + String.join(", ", names.subList(0, Math.min(MOST_FIELDS, names.size())))
                            + (names.size() > MOST_FIELDS ? ", ..." : "");
        }
        if (node.isArray()) {
            return "a list of " + node.size();
        }
        String text = node.toString();
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }
}
