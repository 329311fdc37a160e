package io.personaagent.plugins.calculator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How results are written: whole numbers in full, others to a sensible length, the very large and small with an exponent. */
final class Numbers {

    private static final int MOST_DIGITS_OF_WHOLE = 50;
    private static final int LARGEST_EXPONENT = 20;
    private static final int SMALLEST_EXPONENT = -10;

    private Numbers() {}

    /** The number to this many significant digits, and whether that is all of it. */
    static Written of(BigDecimal number, int digits) {
        BigDecimal exact = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        int magnitude = exact.precision() - exact.scale();
        if (exact.scale() <= 0 && magnitude <= MOST_DIGITS_OF_WHOLE) {
            return new Written(exact.toPlainString(), true);
        }
        BigDecimal rounded =
                exact.round(new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros();
        boolean plain = magnitude <= LARGEST_EXPONENT && magnitude >= SMALLEST_EXPONENT;
        return new Written(plain ? rounded.toPlainString() : rounded.toString(), rounded.compareTo(exact) == 0);
    }

    /** @param exact whether nothing was rounded away */
    record Written(String text, boolean exact) {

        String equation(String left) {
            return "%s %s %s".formatted(left, exact ? "=" : "≈", text);
        }
    }
}
