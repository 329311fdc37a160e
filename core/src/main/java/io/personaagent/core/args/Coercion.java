package io.personaagent.core.args;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was given in another type than was declared, where nothing of it is lost: {@code "5"} for a number, {@code "yes"} for true or
 * false, one thing for a list of them. Each such reading leaves a note, but for the case of a choice. Fills in what the schema gives for
 * what is absent.
 */
final class Coercion {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{1,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,2})?");
    private static final int DEEPEST = 16;
    private static final int LONGEST_JSON = 100_000;
    private static final int LONGEST_SHOWN = 60;

    private final LocalSchema schema;
    private final List<String> notes = new ArrayList<>();

    Coercion(LocalSchema schema) {
        this.schema = schema;
    }

    List<String> notes() {
        return notes;
    }

    Map<String, Object> read(Map<String, Object> arguments) {
        return object("", arguments, schema.resolved(schema.root()), 0);
    }

    private Object read(String path, Object value, JsonNode declared, int depth) {
        List<JsonNode> options = schema.options(declared);
        for (JsonNode option : options) {
            if (fits(value, option)) {
                return inside(path, value, option, depth);
            }
        }
        for (JsonNode option : options) {
            Optional<Object> made = made(value, option);
            if (made.isPresent()) {
                note(path, value, made.get(), option);
                return inside(path, made.get(), option, depth);
            }
        }
        return value;
    }

    private Object inside(String path, Object value, JsonNode option, int depth) {
        if (depth >= DEEPEST) {
            return value;
        }
        if (value instanceof Map<?, ?> map && option.has("properties")) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, field) -> {
                if (field != null) {
                    fields.put(String.valueOf(name), field);
                }
            });
            return object(path + ".", fields, option, depth);
        }
        if (value instanceof List<?> list && option.has("items")) {
            return items(path, list, option.path("items"), depth);
        }
        return value;
    }

    private List<@Nullable Object> items(String path, List<?> list, JsonNode declared, int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : list) {
            String place = "%s[%d]".formatted(path, items.size());
            items.add(item == null ? null : read(place, item, declared, depth + 1));
        }
        return items;
    }

    private Map<String, Object> object(String prefix, Map<String, Object> given, JsonNode declared, int depth) {
        Map<String, Object> read = new LinkedHashMap<>(given);
        for (Map.Entry<String, JsonNode> property : declared.path("properties").properties()) {
            String name = property.getKey();
            Object value = read.get(name);
            JsonNode instead = schema.resolved(property.getValue()).path("default");
            if (value != null) {
                read.put(name, read(prefix + name, value, property.getValue(), depth + 1));
            } else if (!instead.isMissingNode() && !instead.isNull()) {
                read.put(name, JSON.convertValue(instead, Object.class));
            }
        }
        return read;
    }

    private static boolean fits(Object value, JsonNode option) {
        if (option.path("enum").isArray()) {
            return choice(option, value.toString()::equals).isPresent();
        }
        return switch (option.path("type").asText()) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Number number && isWhole(new BigDecimal(number.toString()));
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            case "null" -> false;
            default -> true;
        };
    }

    private Optional<Object> made(Object value, JsonNode option) {
        if (option.path("enum").isArray()) {
            String said = value.toString().strip();
            return choice(option, said::equalsIgnoreCase);
        }
        return switch (option.path("type").asText()) {
            case "string" ->
                value instanceof Number || value instanceof Boolean ? Optional.of(plain(value)) : Optional.empty();
            case "integer" -> number(value).filter(Coercion::isWhole).map(Coercion::whole);
            case "number" -> number(value).map(number -> number);
            case "boolean" -> flag(value);
            case "array" -> parsed(value, List.class).or(() -> listOf(value, option));
            case "object" -> parsed(value, Map.class);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> choice(JsonNode option, Predicate<String> meant) {
        for (JsonNode each : option.path("enum")) {
            if (meant.test(each.asText())) {
                return Optional.of(JSON.convertValue(each, Object.class));
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(Object value) {
        return value instanceof String text && NUMBER.matcher(text.strip()).matches()
                ? Optional.of(new BigDecimal(text.strip()))
                : Optional.empty();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static Object whole(BigDecimal number) {
        BigInteger whole = number.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }

    private static Optional<Object> flag(Object value) {
        return value instanceof String text
                ? switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> Optional.of(true);
                    case "false", "no" -> Optional.of(false);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    private Optional<Object> listOf(Object value, JsonNode option) {
        JsonNode items = option.path("items");
        boolean fits = items.isMissingNode()
                || schema.options(items).stream()
                        .anyMatch(item -> !item.path("type").asText().equals("array")
                                && (fits(value, item) || made(value, item).isPresent()));
        return fits ? Optional.of(List.of(value)) : Optional.empty();
    }

    /** A list or an object that was written down as a text. */
    private static Optional<Object> parsed(Object value, Class<?> type) {
        if (!(value instanceof String text) || text.length() > LONGEST_JSON) {
            return Optional.empty();
        }
        String start = text.strip();
        if (!start.startsWith(type == List.class ? "[" : "{")) {
            return Optional.empty();
        }
        try {
            Object read = JSON.readValue(start, Object.class);
            return type.isInstance(read) ? Optional.of(read) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private void note(String path, Object given, Object made, JsonNode option) {
        if (!option.path("enum").isArray()) {
            notes.add("argument '%s' was %s and was read as %s".formatted(path, shown(given), shown(made)));
        }
    }

    private static String shown(Object value) {
        if (value instanceof String text) {
            return "the text \"%s\"".formatted(cut(text));
        }
        if (value instanceof Number) {
            return "the number " + cut(plain(value));
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        return (value instanceof List ? "the list " : "the object ") + cut(json(value));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            return "...";
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
