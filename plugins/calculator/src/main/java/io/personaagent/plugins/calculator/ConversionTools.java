package io.personaagent.plugins.calculator;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Preferred;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From one unit to another. */
public final class ConversionTools {

    private static final int DIGITS = 10;

    @Tool(
            name = "convert_units",
            value =
                    "Converts a quantity to another unit: length, mass, temperature, volume, speed, area, time, data, energy, power, pressure.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "convert {quantity} to {unit}",
                "convert {quantity} into {unit}",
                "how much is {quantity} in {unit}",
                "what is {quantity} in {unit}",
                "turn {quantity} into {unit}",
                "how many {unit} are {quantity}",
                "how many {unit} are there in {quantity}",
                "how many {unit} are in {quantity}",
                "change {quantity} into {unit}",
                "convert {quantity} for me",
                "what is {quantity} in my units"
            })
    public String convert(
            @P("the amount with its unit, such as: 5 miles, 72 °F or 5 ft 11 in") String quantity,
            @P(
                            value =
                                    "the unit that is wanted, such as: km; leave it out for the one that the person thinks in",
                            required = false)
                    @Nullable
                    String unit,
            ToolContext context) {
        List<Quantity> parts = Quantity.read(quantity);
        if (parts.isEmpty()) {
            throw new BadArgumentException(
                    "argument 'quantity' is '%s'; expected an amount with its unit, such as 5 miles or 72 °F"
                            .formatted(shortened(quantity)));
        }
        Unit first = unit("quantity", parts.get(0).unit());
        if (unit != null && !unit.isBlank()) {
            return converted(parts, first, wanted(unit, first));
        }
        Preferred system = Measures.wanted(context.preferences())
                .orElseThrow(() -> new BadArgumentException(
                        "argument 'unit' is missing, and I do not know which units you think in; expected a unit of %s, such as %s"
                                .formatted(first.dimension(), Known.UNITS.some(first.dimension()))));
        return Known.MEASURES
                .counterpart(first.symbol(), system.value())
                .map(symbol -> converted(parts, first, wanted(symbol, first)))
                .map(result -> "%s (%s, going by: %s)".formatted(result, system.value(), system.because()))
                .orElseGet(() -> "%s is in %s units already, going by: %s"
                        .formatted(written(parts, first), system.value(), system.because()));
    }

    private static String converted(List<Quantity> parts, Unit first, Unit wanted) {
        BigDecimal sum = parts.stream()
                .map(part -> alike(first, unit("quantity", part.unit())).in(first, part.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal result = first.in(wanted, sum);
        return Numbers.of(result, DIGITS).equation(written(parts, first)) + " " + wanted.symbol();
    }

    private static Unit wanted(String name, Unit from) {
        return Known.UNITS
                .find(name)
                .filter(unit -> unit.dimension().equals(from.dimension()))
                .orElseThrow(() -> new BadArgumentException("argument 'unit' is '%s'; expected a unit of %s, such as %s"
                        .formatted(shortened(name), from.dimension(), Known.UNITS.some(from.dimension()))));
    }

    private static Unit unit(String argument, String name) {
        return Known.UNITS
                .find(name)
                .orElseThrow(() -> new BadArgumentException(
                        "argument '%s' has the unit '%s', which I do not know; expected a unit of %s; currencies are not converted"
                                .formatted(argument, shortened(name), Known.UNITS.dimensions())));
    }

    private static Unit alike(Unit first, Unit other) {
        if (!first.dimension().equals(other.dimension())) {
            throw new BadArgumentException(
                    "argument 'quantity' adds %s (%s) to %s (%s); expected units of one sort, such as 5 ft 11 in"
                            .formatted(other.symbol(), other.dimension(), first.symbol(), first.dimension()));
        }
        return other;
    }

    private static String written(List<Quantity> parts, Unit first) {
        return parts.size() == 1
                ? "%s %s".formatted(number(parts.get(0)), first.symbol())
                : String.join(
                        " ",
                        parts.stream()
                                .map(part -> number(part) + " "
                                        + unit("quantity", part.unit()).symbol())
                                .toList());
    }

    private static String number(Quantity part) {
        return Numbers.of(part.amount(), DIGITS).text();
    }

    private static String shortened(String text) {
        return text.length() <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 60))) + "...";
    }

    /** Read from the jar when the first unit is asked for. */
    private static final class Known {
        static final Units UNITS = new Units();
        static final Measures MEASURES = new Measures();
    }
}
