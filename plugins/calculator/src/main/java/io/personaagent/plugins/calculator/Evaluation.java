package io.personaagent.plugins.calculator;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Works an expression out to 50 digits, with numbers only: no text, dates, lists or chance. */
final class Evaluation {

    private static final int LONGEST = 300;
    private static final Pattern LARGE_EXPONENT = Pattern.compile("\\d[eE][+-]?\\d{4,}");
    private static final List<String> FUNCTIONS = List.of(
            "ABS", "AVERAGE", "CEILING", "FLOOR", "LOG", "LOG10", "MAX", "MIN", "SQRT", "SUM", "ACOS", "ASIN", "ATAN",
            "COS", "COSR", "DEG", "RAD", "SIN", "SINR", "TAN", "TANR");

    private final ExpressionConfiguration configuration = configuration();

    /**
     * The value of the expression.
     *
     * @throws ArithmeticException saying what is wrong with it
     */
    BigDecimal of(String expression) {
        if (expression.length() > LONGEST) {
            throw new ArithmeticException("it is longer than %d characters".formatted(LONGEST));
        }
        if (LARGE_EXPONENT.matcher(expression).find()) {
            throw new ArithmeticException("a number has more than %d digits".formatted(Bounded.MOST_DIGITS));
        }
        try {
            EvaluationValue value = new Expression(expression, configuration).evaluate();
            if (!value.isNumberValue()) {
                throw new ArithmeticException("the result is not a number");
            }
            return value.getNumberValue();
        } catch (ParseException | EvaluationException wrong) {
            throw new ArithmeticException(String.valueOf(wrong.getMessage()));
        }
    }

    private static ExpressionConfiguration configuration() {
        ExpressionConfiguration usual = ExpressionConfiguration.defaultConfiguration();
        FunctionDictionaryIfc functions = new MapBasedFunctionDictionary();
        FUNCTIONS.forEach(name ->
                functions.addFunction(name, usual.getFunctionDictionary().getFunction(name)));
        functions.addFunction("FACT", new Bounded.Factorial());
        functions.addFunction("ROUND", new Bounded.Round());
        return ExpressionConfiguration.builder()
                .functionDictionary(functions)
                .mathContext(new MathContext(50, RoundingMode.HALF_EVEN))
                .arraysAllowed(false)
                .structuresAllowed(false)
                .build()
                .withAdditionalOperators(Map.entry("^", new Bounded.Power()));
    }
}
