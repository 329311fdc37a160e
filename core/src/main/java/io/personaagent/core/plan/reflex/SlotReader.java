package io.personaagent.core.plan.reflex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a slot's text in the slot's type.
 *
 * @param today what "tomorrow" is counted from
 */
record SlotReader(LocalDate today) {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d{1,30}(,\\d{3}){0,9}(\\.\\d{1,30})?", Pattern.UNICODE_CHARACTER_CLASS);
    /** What the unit is, and whether there is such a one, is for the tool to say. */
    private static final Pattern QUANTITY = Pattern.compile(
            "([+\\-−]?\\d[\\d.,]{0,30}|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\\s-]*[\\p{L}°%µ'\"].{0,60}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** The value as JSON has it; empty when the text does not fit. */
    Optional<Object> read(Slot slot, String said) {
        String text = said.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (slot.kind()) {
            case TEXT -> Optional.of(unquoted(text));
            case TEXTS -> Optional.of(listed(text));
            case WHEN -> WhenPhrase.matches(text) ? Optional.of(text.replaceAll("[!.,;]+$", "")) : Optional.empty();
            case DATE -> DayPhrase.read(text, today).map(LocalDate::toString);
            case EXPRESSION -> Arithmetic.matches(text) ? Optional.of(text) : Optional.empty();
            case QUANTITY -> QUANTITY.matcher(text).matches() ? Optional.of(text) : Optional.empty();
            case INTEGER -> number(text).flatMap(SlotReader::whole);
            case NUMBER -> number(text).map(value -> value);
            case FLAG -> flag(text);
            case CHOICE -> choice(slot, text);
        };
    }

    static Optional<BigDecimal> number(String text) {
        int word = WORDS.indexOf(text.toLowerCase(Locale.ROOT));
        if (word >= 0) {
            return Optional.of(BigDecimal.valueOf(word));
        }
        return text.length() <= 60 && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(",", "")))
                : Optional.empty();
    }

    private static Optional<Object> whole(BigDecimal value) {
        try {
            return Optional.of(value.longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Object> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> Optional.of(true);
            case "no", "false", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> choice(Slot slot, String text) {
        String said = text.length() > 100 ? "" : loose(text);
        return slot.choices().stream()
                .filter(choice -> loose(choice).equals(said))
                .<Object>map(choice -> choice)
                .findFirst();
    }

    /** So that "days" is DAY and "square metres" is SQUARE_METRE. */
    private static String loose(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .strip();
        return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static List<String> listed(String text) {
        return Stream.of(text.split(",| and "))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
