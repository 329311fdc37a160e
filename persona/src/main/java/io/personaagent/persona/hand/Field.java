package io.personaagent.persona.hand;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a JSON object, each of the type that is asked for.
 *
 * @param where how the object is called in messages
 */
record Field(String where, JsonNode object) {

    void hasOnly(List<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new FormException(
                        "%s has an unknown field '%s'; known are: %s".formatted(where, name, String.join(", ", known)));
            }
        }
    }

    String text(String name) {
        return want(name, object.path(name).isTextual(), "a text").textValue();
    }

    double number(String name) {
        return want(name, object.path(name).isNumber(), "a number").doubleValue();
    }

    int integer(String name) {
        return want(name, object.path(name).isInt(), "a whole number").intValue();
    }

    boolean flag(String name) {
        return want(name, object.path(name).isBoolean(), "true or false").booleanValue();
    }

    JsonNode array(String name) {
        return want(name, object.path(name).isArray(), "a list");
    }

    <E extends Enum<E>> E oneOf(String name, E[] values) {
        String found = text(name);
        return Stream.of(values)
                .filter(value -> word(value).equals(found))
                .findFirst()
                .orElseThrow(() -> new FormException("%s: '%s' is '%s', but must be one of %s"
                        .formatted(
                                where,
                                name,
                                found,
                                Stream.of(values).map(Field::word).collect(Collectors.joining(", ")))));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private JsonNode want(String name, boolean fits, String expected) {
        JsonNode value = object.path(name);
        if (!fits) {
            throw new FormException("%s: '%s' is %s, but must be %s"
                    .formatted(where, name, value.isMissingNode() ? "missing" : value, expected));
        }
        return value;
    }
}
