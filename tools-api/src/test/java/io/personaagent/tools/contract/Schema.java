package io.personaagent.tools.contract;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.personaagent.tools.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A tool's parameters, as the contract looks at them. */
record Schema(Map<String, JsonSchemaElement> properties, Set<String> required) {

    /** What people and models really send: nothing, much, other scripts, marks that mean something elsewhere. */
    static final List<String> STRANGE_TEXTS = List.of(
            "",
            "   ",
            "\n\t",
            "x".repeat(20_000),
            "(".repeat(5_000),
            "明天下午提醒我",
            "ذكرني غدا في التاسعة",
            "e\u0301t\u00e9 👩‍👩‍👧 \u202Eabc",
            "\u0000\u0007",
            "%s {0} ${x} \\ ' \" ; -- <b>",
            "99999999999999999999",
            "-1",
            "1e999999999");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    static Schema of(Tool tool) {
        return Optional.ofNullable(tool.spec().function().parameters())
                .map(Schema::of)
                .orElseGet(() -> new Schema(Map.of(), Set.of()));
    }

    private static Schema of(JsonObjectSchema parameters) {
        return new Schema(
                Optional.ofNullable(parameters.properties()).orElse(Map.of()),
                Set.copyOf(Optional.ofNullable(parameters.required()).orElse(List.of())));
    }

    Set<String> names() {
        return properties.keySet();
    }

    /** The parameters that take text. */
    List<String> texts() {
        return properties.entrySet().stream()
                .filter(property -> property.getValue() instanceof JsonStringSchema)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Empty when there is none, or when it only says what the type is. */
    String description(String parameter) {
        return Optional.ofNullable(properties.get(parameter))
                .map(JsonSchemaElement::description)
                .orElse("");
    }

    Object sample(String parameter) {
        JsonSchemaElement type = properties.get(parameter);
        if (type instanceof JsonEnumSchema choice) {
            return choice.enumValues().get(0);
        }
        if (type instanceof JsonIntegerSchema || type instanceof JsonNumberSchema) {
            return 1;
        }
        if (type instanceof JsonBooleanSchema) {
            return true;
        }
        return type instanceof JsonArraySchema ? List.of("one") : "one";
    }

    /** The names in braces; what is left of unpaired braces counts as a name that no parameter has. */
    static Set<String> placeholders(String example) {
        Set<String> names = PLACEHOLDER
                .matcher(example)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        if (literal(example).matches(".*[{}].*")) {
            names.add("{");
        }
        return names;
    }

    /** The example without its arguments. */
    static String literal(String example) {
        return PLACEHOLDER.matcher(example).replaceAll((MatchResult found) -> " ");
    }
}
