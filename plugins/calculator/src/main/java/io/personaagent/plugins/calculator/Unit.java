package io.personaagent.plugins.calculator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A unit of measure.
 *
 * @param dimension what it measures: "length", "mass"
 * @param over the factor to the dimension's base unit is a fraction, so that 5/9 stays exact: its numerator and denominator
 * @param offset what is added before the factor; zero for all but temperatures
 * @param names how it is written, then its other names
 */
record Unit(String dimension, List<BigDecimal> over, BigDecimal offset, List<String> names) {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    String symbol() {
        return names.get(0);
    }

    /** The amount of this unit in another unit of the same dimension. */
    BigDecimal in(Unit other, BigDecimal amount) {
        BigDecimal base =
                amount.add(offset, PRECISION).multiply(over.get(0), PRECISION).multiply(other.over.get(1), PRECISION);
        return base.divide(over.get(1).multiply(other.over.get(0), PRECISION), PRECISION)
                .subtract(other.offset, PRECISION);
    }

    /** Reads a line of the table. */
    static Unit read(String line) {
        String[] columns = line.split("\\|", 4);
        String[] fraction = columns[1].strip().split("/", 2);
        BigDecimal denominator = fraction.length == 1 ? BigDecimal.ONE : new BigDecimal(fraction[1]);
        return new Unit(
                columns[0].strip(),
                List.of(new BigDecimal(fraction[0]), denominator),
                new BigDecimal(columns[2].strip()),
                List.of(columns[3].strip().split("\\s*,\\s*", -1)));
    }
}
