package io.personaagent.core.args;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON Schema that is followed within itself and nowhere else. */
record LocalSchema(JsonNode root) {

    private static final int MOST_HOPS = 8;

    /** What could lead out of the schema, or make a check endless: who declared it checks it. */
    private static final Set<String> LEFT_OUT = Set.of(
            "$schema",
            "$id",
            "id",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor",
            "$recursiveRef",
            "$recursiveAnchor",
            "$vocabulary",
            "pattern",
            "patternProperties",
            "propertyNames",
            "format",
            "contentSchema");

    /** The same without what is left out of a schema that anybody may have written. */
    static LocalSchema tamed(JsonNode anybodys) {
        JsonNode copy = anybodys.deepCopy();
        tame(copy, false);
        return new LocalSchema(copy);
    }

    private static void tame(JsonNode node, boolean names) {
        if (node instanceof ObjectNode object && !names) {
            object.remove(LEFT_OUT);
            if (!object.path("$ref").asText("#").startsWith("#")) {
                object.remove("$ref");
            }
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                boolean holdsNames =
                        !names && Set.of("properties", "$defs", "definitions").contains(field.getKey());
                tame(field.getValue(), holdsNames);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(each -> tame(each, false));
        }
    }

    /** A schema itself, or what it refers to. */
    JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        for (int hop = 0; hop < MOST_HOPS && found.has("$ref"); hop++) {
            String reference = found.path("$ref").asText();
            found = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        }
        return found;
    }

    /** What a value may be: one schema for each possibility. */
    List<JsonNode> options(JsonNode schema) {
        JsonNode found = resolved(schema);
        List<JsonNode> options = new ArrayList<>();
        for (String choice : List.of("anyOf", "oneOf")) {
            found.path(choice).forEach(option -> options.add(resolved(option)));
        }
        if (options.isEmpty() && found.path("type").isArray()) {
            found.path("type").forEach(type -> options.add(((ObjectNode) found.deepCopy()).set("type", type)));
        }
        return options.isEmpty() ? List.of(found) : options;
    }

    /** The schema of a part of the arguments. */
    JsonNode at(Iterator<Object> path) {
        JsonNode found = resolved(root);
        while (path.hasNext()) {
            Object step = path.next();
            JsonNode within = step instanceof Number
                    ? found.path("items")
                    : found.path("properties").path(step.toString());
            found = resolved(within);
        }
        return found;
    }

    /** What would be right, in words. */
    String expected(JsonNode schema) {
        List<String> options =
                options(schema).stream().map(LocalSchema::words).distinct().toList();
        return String.join(" or ", options);
    }

    private static String words(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            List<String> values = new ArrayList<>();
            schema.path("enum").forEach(value -> values.add(value.asText()));
            return "one of " + String.join(", ", values);
        }
        return switch (schema.path("type").asText()) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> schema.path("items").path("type").asText().equals("string") ? "a list of texts" : "a list";
            case "object" -> "an object";
            case "null" -> "nothing";
            default -> "a value";
        };
    }
}
