package io.personaagent.core.tool;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the arguments of a call against what the tool said it takes, before the tool sees them; as forgiving as {@link Arguments}. */
final class ArgumentCheck {

    private final Arguments arguments;
    private final List<String> problems = new ArrayList<>();

    private ArgumentCheck(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Everything that is wrong, in the order of the tool's parameters; empty when the call can be made. */
    static List<String> problems(ToolSpec spec, Arguments arguments) {
        ArgumentCheck check = new ArgumentCheck(arguments);
        JsonObjectSchema schema = spec.function().parameters();
        if (schema == null) {
            check.unknown(Map.of());
        } else {
            check.known(schema);
            if (!Boolean.TRUE.equals(schema.additionalProperties())) {
                check.unknown(schema.properties());
            }
        }
        return check.problems;
    }

    private void known(JsonObjectSchema schema) {
        List<String> required = schema.required() == null ? List.of() : schema.required();
        schema.properties().forEach((name, type) -> {
            if (arguments.has(name) || required.contains(name)) {
                read(name, type);
            }
        });
    }

    private void unknown(Map<String, JsonSchemaElement> properties) {
        String takes = properties.isEmpty() ? "it takes none" : "it takes: " + String.join(", ", properties.keySet());
        arguments.asMap().keySet().stream()
                .filter(name -> !properties.containsKey(name))
                .forEach(name -> problems.add("there is no argument '%s'; %s".formatted(name, takes)));
    }

    private void read(String name, JsonSchemaElement type) {
        try {
            if (type instanceof JsonStringSchema) {
                arguments.text(name);
            } else if (type instanceof JsonIntegerSchema) {
                whole(name);
            } else if (type instanceof JsonNumberSchema) {
                arguments.number(name);
            } else if (type instanceof JsonBooleanSchema) {
                arguments.flag(name);
            } else if (type instanceof JsonEnumSchema choice) {
                choice(name, choice.enumValues());
            } else if (type instanceof JsonArraySchema array && array.items() instanceof JsonStringSchema) {
                arguments.texts(name);
            } else {
                shape(name, type);
            }
        } catch (BadArgumentException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
    }

    /** Wider than {@link Arguments#integer}: the schema does not say how large a whole number may be. */
    private void whole(String name) {
        if (!arguments.has(name)) {
            arguments.integer(name);
        }
        BigDecimal number;
        try {
            number = arguments.number(name);
        } catch (BadArgumentException notEvenANumber) {
            throw wrong(name, "a whole number");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(name, "a whole number");
        }
    }

    private void choice(String name, List<String> values) {
        Object given = arguments.asMap().get(name);
        String expected = "one of " + String.join(", ", values);
        if (given == null) {
            throw missing(name, expected);
        }
        if (values.stream()
                .noneMatch(value -> value.equalsIgnoreCase(given.toString().strip()))) {
            throw wrong(name, expected);
        }
    }

    private void shape(String name, JsonSchemaElement type) {
        Object given = arguments.asMap().get(name);
        if (type instanceof JsonArraySchema) {
            expect(name, given, given instanceof List, "a list");
        } else if (type instanceof JsonObjectSchema) {
            expect(name, given, given instanceof Map, "an object");
        } else if (given == null) {
            throw missing(name, "a value");
        }
    }

    private void expect(String name, @Nullable Object given, boolean fits, String expected) {
        if (given == null) {
            throw missing(name, expected);
        }
        if (!fits) {
            throw wrong(name, expected);
        }
    }

    private static BadArgumentException missing(String name, String expected) {
        return new BadArgumentException("argument '%s' is missing; expected %s".formatted(name, expected));
    }

    private BadArgumentException wrong(String name, String expected) {
        Object given = arguments.asMap().getOrDefault(name, "");
        return new BadArgumentException("argument '%s' is %s (%s); expected %s"
                .formatted(name, given, given.getClass().getSimpleName(), expected));
    }
}
