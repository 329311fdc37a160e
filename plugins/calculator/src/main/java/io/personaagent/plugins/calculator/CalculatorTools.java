package io.personaagent.plugins.calculator;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Traits;
import java.math.BigDecimal;

/** Sums and percentages. */
public final class CalculatorTools {

    private static final int DIGITS = 15;

    private final Evaluation evaluation = new Evaluation();

    @Tool(
            name = "calculate",
            value =
                    "Works out an arithmetic expression exactly: + - * / ^ % brackets, percentages, sqrt, round, min, max, log, sin and so on.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "calculate {expression}",
                "compute {expression}",
                "how much is {expression}",
                "work out {expression}",
                "what is the result of {expression}",
                "do the sum {expression}",
                "evaluate {expression}",
                "what is {expression}"
            })
    public String calculate(@P("the expression, such as: (3 + 4) * 2, 15% of 80 or sqrt(2)") String expression) {
        String text = expression.strip();
        return Numbers.of(value(text), DIGITS).equation(text.replaceAll("[=?\\s]+$", ""));
    }

    @Tool(name = "percent_of", value = "Works out a percentage of an amount.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what is {percent}% of {amount}",
                "what is {percent} percent of {amount}",
                "how much is {percent}% of {amount}",
                "how much is {percent} percent of {amount}",
                "what are {percent} percent of {amount}",
                "give me {percent} percent of {amount}",
                "calculate {percent} percent of {amount}",
                "{percent}% of {amount}"
            })
    public String percentOf(
            @P("the percentage, such as: 15") String percent,
            @P("the amount that it is of, such as: 80") String amount) {
        BigDecimal share = number("percent", percent.strip().replaceAll("(?i)\\s*(?:%|per ?cent)$", ""));
        BigDecimal whole = number("amount", amount.strip().replaceAll("[?!.]+$", ""));
        BigDecimal result = share.multiply(whole).movePointLeft(2);
        return Numbers.of(result, DIGITS).equation("%s%% of %s".formatted(written(share), written(whole)));
    }

    private BigDecimal value(String text) {
        if (text.isEmpty()) {
            throw new BadArgumentException("argument 'expression' is empty; expected a sum, such as (3 + 4) * 2");
        }
        try {
            return evaluation.of(Spelling.expression(text.length() <= 1000 ? text : text.substring(0, 1000)));
        } catch (ArithmeticException wrong) {
            throw new BadArgumentException(
                    "argument 'expression' is '%s', which cannot be worked out: %s; expected a sum, such as (3 + 4) * 2 or 15%% of 80"
                            .formatted(shortened(text), wrong.getMessage()));
        }
    }

    private BigDecimal number(String name, String text) {
        try {
            return evaluation.of(Spelling.expression(text.substring(0, Math.min(text.length(), 1000))));
        } catch (ArithmeticException notANumber) {
            throw new BadArgumentException(
                    "argument '%s' is '%s'; expected a number, such as 15".formatted(name, shortened(text)));
        }
    }

    private static String written(BigDecimal number) {
        return Numbers.of(number, DIGITS).text();
    }

    private static String shortened(String text) {
        return text.length() <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 60))) + "...";
    }
}
