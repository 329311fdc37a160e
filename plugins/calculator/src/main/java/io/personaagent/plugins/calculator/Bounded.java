package io.personaagent.plugins.calculator;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Operations that a few characters could make run for hours, each with a limit beyond which it says no. */
final class Bounded {

    /** About ten to the thousandth; no quantity of this world comes near it. */
    static final int MOST_DIGITS = 1000;

    private static final int LARGEST_FACTORIAL = 400;
    private static final int MOST_PLACES = 50;

    private Bounded() {}

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER, leftAssociative = false)
    static final class Power extends InfixPowerOfOperator {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            BigDecimal base = operands[0].getNumberValue().abs();
            double exponent = operands[1].getNumberValue().doubleValue();
            if (base.signum() > 0 && !(Math.abs(log10(base) * exponent) <= MOST_DIGITS)) {
                throw new EvaluationException(
                        token,
                        "the power is too large or too small; at most %d digits are possible".formatted(MOST_DIGITS));
            }
            return super.evaluate(expression, token, operands);
        }

        private static double log10(BigDecimal positive) {
            return Math.log10(positive.unscaledValue().doubleValue()) - positive.scale();
        }
    }

    @FunctionParameter(name = "value")
    static final class Factorial extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values)
                throws EvaluationException {
            int last = whole(token, values[0].getNumberValue(), 0, LARGEST_FACTORIAL);
            BigDecimal product = BigDecimal.ONE;
            for (int factor = 2; factor <= last; factor++) {
                product = product.multiply(BigDecimal.valueOf(factor));
            }
            return expression.convertValue(product);
        }
    }

    @FunctionParameter(name = "value")
    @FunctionParameter(name = "places")
    static final class Round extends AbstractFunction {

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values)
                throws EvaluationException {
            int places = whole(token, values[1].getNumberValue(), 0, MOST_PLACES);
            return expression.convertValue(values[0].getNumberValue().setScale(places, RoundingMode.HALF_UP));
        }
    }

    private static int whole(Token token, BigDecimal number, int least, int most) throws EvaluationException {
        boolean usable = number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!usable) {
            throw new EvaluationException(
                    token, "%s takes a whole number from %d to %d".formatted(token.getValue(), least, most));
        }
        return number.intValueExact();
    }
}
