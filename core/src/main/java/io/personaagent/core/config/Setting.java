package io.personaagent.core.config;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be set.
 *
 * @param key as the file has it, such as {@code turn.max_steps}
 * @param shape what it must be
 * @param fallback what holds when it is not set; empty when nothing does
 * @param meaning one line for the person to read
 */
public record Setting(String key, Shape shape, String fallback, String meaning) {

    /** What a setting can be. */
    public enum Shape {
        TEXT("a text"),
        COUNT("a whole number, at least 1"),
        AMOUNT("a whole number, at least 0"),
        NUMBER("a number"),
        FLAG("true or false"),
        ZONE("a time zone such as Europe/Berlin");

        private final String words;

        Shape(String words) {
            this.words = words;
        }
    }

    public Setting {
        requireNonNull(key, "key");
        requireNonNull(shape, "shape");
        requireNonNull(fallback, "fallback");
        requireNonNull(meaning, "meaning");
    }

    /** The environment variable that goes before the file: {@code turn.max_steps} is {@code PERSONAAGENT_TURN_MAX_STEPS}. */
    public String variable() {
        return "PERSONAAGENT_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a value; empty when it can be used. */
    Optional<String> problem(String value, String where) {
        return fits(value)
                ? Optional.empty()
                : Optional.of("%s is '%s'; expected %s".formatted(where, value, shape.words));
    }

    private boolean fits(String value) {
        return switch (shape) {
            case TEXT -> !value.isBlank();
            case COUNT -> value.matches("[1-9][0-9]{0,8}");
            case AMOUNT -> value.matches("0|[1-9][0-9]{0,8}");
            case NUMBER -> value.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
            case FLAG -> value.equals("true") || value.equals("false");
            case ZONE -> isZone(value);
        };
    }

    private static boolean isZone(String value) {
        return ZoneId.getAvailableZoneIds().contains(value) || value.matches("UTC|Z|[+-][0-9]{2}:[0-9]{2}");
    }
}
