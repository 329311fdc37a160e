package io.personaagent.tools;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a Java parameter type is described to a model and read from arguments. */
sealed interface ParameterType {

    /** Adds the parameter to the schema. */
    void describe(JsonObjectSchema.Builder schema, String name, String description);

    /** Reads the argument in this type. */
    Object read(Arguments arguments, String name);

    static ParameterType of(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type.isEnum()) {
            return new Choice(type);
        }
        if (type == List.class && elementType(parameter) == String.class) {
            return Simple.TEXTS;
        }
        Simple simple = SIMPLE.get(type);
        if (simple == null) {
            throw new IllegalArgumentException(
                    "parameter '%s' of %s is a %s; a tool takes String, int, long, double, boolean, BigDecimal, LocalDate, an enum or List<String>"
                            .formatted(parameter.getName(), parameter.getDeclaringExecutable(), type.getSimpleName()));
        }
        return simple;
    }

    /** What an optional parameter gets when there is no argument: null, or zero for a primitive. */
    static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == double.class ? 0.0 : null;
    }

    private static @Nullable Type elementType(Parameter parameter) {
        return parameter.getParameterizedType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : null;
    }

    /** One of an enum's constants. */
    record Choice(Class<?> type) implements ParameterType {

        @Override
        public void describe(JsonObjectSchema.Builder schema, String name, String description) {
            List<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            schema.addEnumProperty(name, constants, description);
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // the class is an enum's: of() saw to it
        public Object read(Arguments arguments, String name) {
            return arguments.choice(name, (Class<? extends Enum>) type);
        }
    }

    /** The types that map to one JSON type each. */
    enum Simple implements ParameterType {
        TEXT,
        INTEGER,
        LONG,
        DOUBLE,
        NUMBER,
        FLAG,
        DATE,
        TEXTS;

        @Override
        public void describe(JsonObjectSchema.Builder schema, String name, String description) {
            switch (this) {
                case TEXT -> schema.addStringProperty(name, description);
                case DATE -> schema.addStringProperty(name, (description + " (a date as YYYY-MM-DD)").strip());
                case INTEGER, LONG -> schema.addIntegerProperty(name, description);
                case DOUBLE, NUMBER -> schema.addNumberProperty(name, description);
                case FLAG -> schema.addBooleanProperty(name, description);
                case TEXTS ->
                    schema.addProperty(
                            name,
                            JsonArraySchema.builder()
                                    .items(new JsonStringSchema())
                                    .description(description)
                                    .build());
            }
        }

        @Override
        public Object read(Arguments arguments, String name) {
            return switch (this) {
                case TEXT -> arguments.text(name);
                case INTEGER -> arguments.integer(name);
                case LONG -> wholeNumber(arguments, name);
                case DOUBLE -> arguments.number(name).doubleValue();
                case NUMBER -> arguments.number(name);
                case FLAG -> arguments.flag(name);
                case DATE -> arguments.date(name);
                case TEXTS -> arguments.texts(name);
            };
        }

        private static long wholeNumber(Arguments arguments, String name) {
            try {
                return arguments.number(name).longValueExact();
            } catch (ArithmeticException tooLargeOrFractional) {
                throw new BadArgumentException("argument '%s' is %s; expected a whole number from %d to %d"
                        .formatted(name, arguments.text(name), Long.MIN_VALUE, Long.MAX_VALUE));
            }
        }
    }

    Map<Class<?>, Simple> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Simple.TEXT),
            Map.entry(int.class, Simple.INTEGER),
            Map.entry(Integer.class, Simple.INTEGER),
            Map.entry(long.class, Simple.LONG),
            Map.entry(Long.class, Simple.LONG),
            Map.entry(double.class, Simple.DOUBLE),
            Map.entry(Double.class, Simple.DOUBLE),
            Map.entry(BigDecimal.class, Simple.NUMBER),
            Map.entry(boolean.class, Simple.FLAG),
            Map.entry(Boolean.class, Simple.FLAG),
            Map.entry(LocalDate.class, Simple.DATE));
}
