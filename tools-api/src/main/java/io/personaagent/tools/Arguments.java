package io.personaagent.tools;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, read by name and type.
 *
 * <p>Each reader returns the value in the asked type or throws {@link BadArgumentException} with a message that says what is wrong,
 * what was found and what would be right. What a model typically gets wrong without changing the meaning is accepted: a number written
 * as text, a whole number written as {@code 3.0}, {@code "true"}. A JSON null counts as absent. Immutable.
 */
public final class Arguments {

    public static final Arguments NONE = new Arguments(Map.of());

    private static final int LONGEST_SHOWN = 80;

    private final Map<String, Object> values;

    private Arguments(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        this.values = Collections.unmodifiableMap(present);
    }

    /** Arguments as JSON gives them: text, numbers, booleans, lists and maps of these. Keeps the order. */
    public static Arguments of(Map<String, ? extends @Nullable Object> values) {
        return new Arguments(values);
    }

    /** The raw values in the order they were given; never holds null. */
    public Map<String, Object> asMap() {
        return values;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The text as it was given; may be empty, if the caller passed an empty text. */
    public String text(String name) {
        return required(name, "text", this::asText);
    }

    public Optional<String> optionalText(String name) {
        return optional(name, "text", this::asText);
    }

    public int integer(String name) {
        return required(name, "a whole number", this::asInteger);
    }

    public Optional<Integer> optionalInteger(String name) {
        return optional(name, "a whole number", this::asInteger);
    }

    public BigDecimal number(String name) {
        return required(name, "a number", this::asNumber);
    }

    public Optional<BigDecimal> optionalNumber(String name) {
        return optional(name, "a number", this::asNumber);
    }

    public boolean flag(String name) {
        return required(name, "true or false", this::asFlag);
    }

    public Optional<Boolean> optionalFlag(String name) {
        return optional(name, "true or false", this::asFlag);
    }

    public LocalDate date(String name) {
        return required(name, "a date as YYYY-MM-DD", this::asDate);
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optional(name, "a date as YYYY-MM-DD", this::asDate);
    }

    /** The texts in the order they were given; a single text counts as a list of one. */
    public List<String> texts(String name) {
        return required(name, "a list of texts", this::asTexts);
    }

    /** One of the constants of an enum, whatever the case it was written in. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String expected = "one of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return required(name, expected, value -> Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        constant.name().equalsIgnoreCase(value.toString().strip()))
                .findFirst()
                .orElseThrow(() -> wrong(name, value, expected)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Arguments that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    private <T> T required(String name, String expected, Function<Object, @Nullable T> reader) {
        return optional(name, expected, reader)
                .orElseThrow(() ->
                        new BadArgumentException("argument '%s' is missing; expected %s".formatted(name, expected)));
    }

    private <T> Optional<T> optional(String name, String expected, Function<Object, @Nullable T> reader) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        T read = reader.apply(value);
        if (read == null) {
            throw wrong(name, value, expected);
        }
        return Optional.of(read);
    }

    private static BadArgumentException wrong(String name, Object value, String expected) {
        return new BadArgumentException(
                "argument '%s' is %s (%s); expected %s".formatted(name, shown(value), kind(value), expected));
    }

    /** A caller who sends a book where a number belongs does not get the book back. */
    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    /** Lists and objects are named as JSON names them; which class the parser chose is no help to the caller. */
    private static String kind(Object value) {
        if (value instanceof List<?>) {
            return "list";
        }
        return value instanceof Map<?, ?> ? "object" : value.getClass().getSimpleName();
    }

    private @Nullable String asText(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    private @Nullable Integer asInteger(Object value) {
        BigDecimal number = asNumber(value);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException tooLargeOrFractional) {
            return null;
        }
    }

    private @Nullable BigDecimal asNumber(Object value) {
        if (!(value instanceof Number || value instanceof String)
                || value.toString().length() > 100) {
            return null;
        }
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private @Nullable Boolean asFlag(Object value) {
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Boolean.TRUE;
            case "false", "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    private @Nullable LocalDate asDate(Object value) {
        try {
            return LocalDate.parse(value.toString().strip());
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private @Nullable List<String> asTexts(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(item -> asText(item) != null)) {
            return list.stream().map(Object::toString).toList();
        }
        return value instanceof String text ? List.of(text) : null;
    }
}
