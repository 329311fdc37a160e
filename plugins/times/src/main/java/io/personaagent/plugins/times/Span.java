package io.personaagent.plugins.times;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as people say it: "2 weeks and 3 days", "1.5 hours", "90 min".
 *
 * @param days what counts by the calendar
 * @param time what counts by the clock
 */
record Span(Period days, Duration time) {

    private static final String PART =
            "(\\d{1,6}(?:\\.\\d{1,3})?) ?(seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|fortnights?|months?|years?)";
    private static final Pattern PARTS = Pattern.compile(PART + "(?: ?(?:and )?(?=\\d)|$)");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    static final Span NONE = new Span(Period.ZERO, Duration.ZERO);

    /** Reads a phrase that is a length of time and nothing else. */
    static Optional<Span> read(String phrase) {
        Matcher parts = PARTS.matcher(phrase);
        Span span = NONE;
        int end = 0;
        while (end < phrase.length() && parts.find(end) && parts.start() == end) {
            Optional<Span> more = span.plus(new BigDecimal(parts.group(1)), parts.group(2));
            if (more.isEmpty()) {
                return Optional.empty();
            }
            span = more.get();
            end = parts.end();
        }
        return end == 0 || end < phrase.length() ? Optional.empty() : Optional.of(span);
    }

    boolean isOfDays() {
        return time.isZero();
    }

    Span negated() {
        return new Span(days.negated(), time.negated());
    }

    Optional<LocalDate> from(LocalDate start) {
        try {
            return Optional.of(start.plus(days));
        } catch (DateTimeException | ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    Optional<ZonedDateTime> from(ZonedDateTime start) {
        try {
            return Optional.of(start.plus(days).plus(time));
        } catch (DateTimeException | ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    private Optional<Span> plus(BigDecimal amount, String unit) {
        return switch (unit.charAt(0) == 'm' ? unit.substring(0, 2) : unit.substring(0, 1)) {
            case "s" -> Optional.of(plusSeconds(amount, 1));
            case "mi" -> Optional.of(plusSeconds(amount, 60));
            case "h" -> Optional.of(plusSeconds(amount, 3600));
            case "d" -> plusDays(amount, 1);
            case "w" -> plusDays(amount, 7);
            case "f" -> plusDays(amount, 14);
            case "mo" -> whole(amount).map(months -> new Span(days.plusMonths(months), time));
            default -> plusYears(amount);
        };
    }

    private Span plusSeconds(BigDecimal amount, int seconds) {
        BigDecimal nanos = amount.multiply(BigDecimal.valueOf(seconds)).multiply(NANOS);
        return new Span(
                days, time.plusNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    private Optional<Span> plusDays(BigDecimal amount, int each) {
        BigDecimal total = amount.multiply(BigDecimal.valueOf(each));
        return whole(total)
                .map(whole -> new Span(days.plusDays(whole), time))
                .or(() -> Optional.of(plusSeconds(total, 24 * 3600)));
    }

    private Optional<Span> plusYears(BigDecimal amount) {
        return whole(amount.multiply(BigDecimal.valueOf(12))).map(months -> new Span(days.plusMonths(months), time));
    }

    private static Optional<Integer> whole(BigDecimal amount) {
        try {
            return Optional.of(amount.intValueExact());
        } catch (ArithmeticException fractional) {
            return Optional.empty();
        }
    }
}
