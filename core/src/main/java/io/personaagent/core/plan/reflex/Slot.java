package io.personaagent.core.plan.reflex;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a tool that is to be filled from what was said.
 *
 * @param description in the tool's words; may be empty
 * @param choices the values that are allowed, when the kind is {@link Kind#CHOICE}
 */
public record Slot(String name, Kind kind, String description, List<String> choices, boolean required) {

    /** What a slot's text must look like. */
    public enum Kind {
        /** Any words. */
        TEXT,
        /** Several texts, with commas between them. */
        TEXTS,
        /** A time in the person's words, such as {@code tomorrow at nine}. */
        WHEN,
        /** A day, handed over as YYYY-MM-DD. */
        DATE,
        /** Something to compute; there is no expression without a digit. */
        EXPRESSION,
        /** A number with its unit. */
        QUANTITY,
        /** A whole number. */
        INTEGER,
        /** Any number. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** One of the values that are allowed. */
        CHOICE
    }

    private static final Set<String> TIMES = Set.of("when", "time", "at", "due", "date", "day", "deadline", "until");
    private static final Set<String> EXPRESSIONS = Set.of("expression", "formula", "calculation");

    /** The parameters in the order of the schema. */
    static List<Slot> of(ToolSpec spec) {
        JsonObjectSchema schema = spec.function().parameters();
        if (schema == null || schema.properties() == null) {
            return List.of();
        }
        List<String> required = schema.required() == null ? List.of() : schema.required();
        List<Slot> slots = new ArrayList<>();
        schema.properties().forEach((name, type) -> slots.add(of(name, type, required.contains(name))));
        return slots;
    }

    static Optional<Slot> named(String name, List<Slot> slots) {
        return slots.stream().filter(slot -> slot.name.equals(name)).findFirst();
    }

    private static Slot of(String name, JsonSchemaElement type, boolean required) {
        String description =
                type.description() == null ? "" : type.description().strip();
        List<String> choices = type instanceof JsonEnumSchema oneOf ? oneOf.enumValues() : List.of();
        return new Slot(name, kind(name, type, description), description, choices, required);
    }

    private static Kind kind(String name, JsonSchemaElement type, String description) {
        if (type instanceof JsonEnumSchema) {
            return Kind.CHOICE;
        }
        if (type instanceof JsonIntegerSchema) {
            return Kind.INTEGER;
        }
        if (type instanceof JsonNumberSchema) {
            return Kind.NUMBER;
        }
        if (type instanceof JsonBooleanSchema) {
            return Kind.FLAG;
        }
        return type instanceof JsonArraySchema ? Kind.TEXTS : wordKind(name.toLowerCase(Locale.ROOT), description);
    }

    private static Kind wordKind(String name, String description) {
        if (description.contains("YYYY-MM-DD")) {
            return Kind.DATE;
        }
        if (TIMES.contains(name)) {
            return Kind.WHEN;
        }
        if (name.equals("quantity")) {
            return Kind.QUANTITY;
        }
        return EXPRESSIONS.contains(name) ? Kind.EXPRESSION : Kind.TEXT;
    }
}
