package io.personaagent.plugins.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {

    private final CalculatorTools calculator = new CalculatorTools();
    private final ConversionTools conversion = new ConversionTools();
    private final TestToolContext nobody = TestToolContext.of("nobody");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1                        | 2",
                "0.1 + 0.2                    | 0.3",
                "(3 + 4) * 2                  | 14",
                "2 + 3 * 4 =                  | 14",
                "-2^2                         | 4",
                "2 ** 10                      | 1024",
                "2 to the power of 10         | 1024",
                "7 squared                    | 49",
                "5²                           | 25",
                "12 × 12 ÷ 6 − 4              | 20",
                "12 x 12                      | 144",
                "twelve                       | !",
                "6 times 7                    | 42",
                "100 divided by 8             | 12.5",
                "15% of 80                    | 12",
                "15 percent of 80             | 12",
                "80 + 15%                     | 92",
                "80 - 15%                     | 68",
                "20% off 50                   | 40",
                "50%                          | 0.5",
                "10 mod 3                     | 1",
                "10 % 3                       | 1",
                "1,000,000 / 8                | 125000",
                "max(1,200)                   | 200",
                "sqrt(16)                     | 4",
                "the square root of 144       | 12",
                "√9                           | 3",
                "10!                          | 3628800",
                "round(2.345, 2)              | 2.35",
                "cos(0)                       | 1",
                "２ + ３                        | 5",
                "2^100                        | 1267650600228229401496703205376"
            })
    void calculate_worksOut(String expression, String result) {
        if (result.equals("!")) {
            assertThatThrownBy(() -> calculator.calculate(expression)).isInstanceOf(BadArgumentException.class);
        } else {
            assertThat(calculator.calculate(expression)).endsWith(" = " + result);
        }
    }

    @Test
    void calculate_saysWhenItRounds() {
        assertThat(calculator.calculate("1/3")).isEqualTo("1/3 ≈ 0.333333333333333");
        assertThat(calculator.calculate("1/4 =")).isEqualTo("1/4 = 0.25");
        assertThat(calculator.calculate("2^500")).isEqualTo("2^500 ≈ 3.27339060789614E+150");
        assertThat(calculator.calculate("2^(0-100)")).isEqualTo("2^(0-100) ≈ 7.88860905221012E-31");
    }

    @Test
    void calculate_saysWhatIsWrong() {
        assertThatThrownBy(() -> calculator.calculate("1/0"))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("argument 'expression' is '1/0', which cannot be worked out: Division by zero;"
                        + " expected a sum, such as (3 + 4) * 2 or 15% of 80");
        assertThatThrownBy(() -> calculator.calculate("9^9^9^9"))
                .hasMessageContaining("the power is too large or too small; at most 1000 digits are possible");
        assertThatThrownBy(() -> calculator.calculate("999999999!"))
                .hasMessageContaining("FACT takes a whole number from 0 to 400");
        assertThatThrownBy(() -> calculator.calculate(" "))
                .hasMessage("argument 'expression' is empty; expected a sum, such as (3 + 4) * 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^999999999",
                "1e999999999 + 1",
                "floor(1e999999999)",
                "round(1, 999999999)",
                "fact(100000)",
                "sqrt(10^1000)*sqrt(10^1000)",
                "0.0000001^9999999",
                "1^99999999999",
                "(1/3)^5000",
                "2^0.5^0.5^0.5",
                "my sister's name",
                "\"a\" + \"b\"",
                "a = 1",
                "[1,2]",
                "1 +",
                ")",
                "(((((((((((",
                "-----------1",
                "random()",
                "now()"
            })
    void calculate_endsSoonWhateverItIsGiven(String expression) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                assertThat(calculator.calculate(expression)).matches("(?s).+ [=≈] .{1,60}");
            } catch (BadArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("argument 'expression' is '");
            }
        });
    }

    @Test
    void calculate_refusesMonsters() {
        assertThatThrownBy(() -> calculator.calculate("1+".repeat(100_000) + "1"))
                .hasMessageContaining("it is longer than 300 characters");
        assertThatThrownBy(() -> calculator.calculate("(".repeat(100_000)))
                .hasMessageContaining("it is longer than 300 characters");
    }

    @Test
    void percentOf_readsNumbersAsPeopleWriteThem() {
        assertThat(calculator.percentOf("15", "80")).isEqualTo("15% of 80 = 12");
        assertThat(calculator.percentOf("7.5 %", "1,200?")).isEqualTo("7.5% of 1200 = 90");
        assertThatThrownBy(() -> calculator.percentOf("some", "80"))
                .hasMessage("argument 'percent' is 'some'; expected a number, such as 15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 miles        | km          | 5 mi = 8.04672 km",
                "72 °F          | celsius     | 72 °F ≈ 22.22222222 °C",
                "-40 F          | °C          | -40 °F = -40 °C",
                "0 °C           | K           | 0 °C = 273.15 K",
                "100 degrees celsius | fahrenheit | 100 °C = 212 °F",
                "5 ft 11 in     | cm          | 5 ft 11 in = 180.34 cm",
                "5 feet and 11 inches | metres | 5 ft 11 in = 1.8034 m",
                "5'11\"         | cm          | 5 ft 11 in = 180.34 cm",
                "1,500 m        | km          | 1500 m = 1.5 km",
                "2.5kg          | pounds      | 2.5 kg ≈ 5.511556555 lb",
                "an hour        | seconds     | 1 h = 3600 s",
                "week           | hours       | 1 wk = 168 h",
                "1 GiB          | MB          | 1 GiB = 1073.741824 MB",
                "8 Mbit         | MB          | 8 Mbit = 1 MB",
                "100 km/h       | mph         | 100 km/h ≈ 62.13711922 mph",
                "36 km/h        | m/s         | 36 km/h = 10 m/s",
                "1 acre         | m2          | 1 acre ≈ 4046.856422 m²",
                "3 m³           | litres      | 3 m³ = 3000 l",
                "2 cups         | ml          | 2 cup = 473.176473 ml",
                "1e3 m          | km          | 1000 m = 1 km",
                "1 light year   | km          | 1 ly ≈ 9460730473000 km"
            })
    void convert_knowsTheUnitsOfDailyLife(String quantity, String unit, String expected) {
        assertThat(conversion.convert(quantity, unit, nobody)).isEqualTo(expected);
    }

    @Test
    void convert_saysWhatIsWrong() {
        assertThatThrownBy(() -> conversion.convert("5 kg", "km", nobody))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("argument 'unit' is 'km'; expected a unit of mass, such as kg, g, mg, µg, t, lb");
        assertThatThrownBy(() -> conversion.convert("5 dollars", "euros", nobody))
                .hasMessage(
                        "argument 'quantity' has the unit 'dollars', which I do not know; expected a unit of length, mass, temperature,"
                                + " volume, speed, area, time, data, energy, power, pressure, angle; currencies are not converted");
        assertThatThrownBy(() -> conversion.convert("5", "km", nobody))
                .hasMessage("argument 'quantity' is '5'; expected an amount with its unit, such as 5 miles or 72 °F");
        assertThatThrownBy(() -> conversion.convert("5 ft 11 kg", "m", nobody))
                .hasMessage(
                        "argument 'quantity' adds kg (mass) to ft (length); expected units of one sort, such as 5 ft 11 in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 miles    | 5 mi = 8.04672 km (metric, going by: Prefers metric units.)",
                "72 °F      | 72 °F ≈ 22.22222222 °C (metric, going by: Prefers metric units.)",
                "6 ft 2 in  | 6 ft 2 in = 1.8796 m (metric, going by: Prefers metric units.)",
                "10 km      | 10 km is in metric units already, going by: Prefers metric units."
            })
    void convert_withoutAUnit_takesTheOneThatThePersonThinksIn(String quantity, String expected) {
        TestToolContext ada = nobody.preferring(new Preferences(Map.of(), List.of("Prefers metric units.")));

        assertThat(conversion.convert(quantity, null, ada)).isEqualTo(expected);
    }

    /** The same request of three people: the sentence that decides is named. */
    @Test
    void convert_sameRequest_anotherPerson_anotherUnit() {
        TestToolContext bob = nobody.preferring(
                new Preferences(Map.of("units", "metric"), List.of("Does not like km, wants distances in miles.")));
        TestToolContext eve = nobody.preferring(new Preferences(Map.of("units", "metric"), List.of()));

        assertThat(conversion.convert("10 km", null, bob))
                .isEqualTo("10 km ≈ 6.213711922 mi (imperial, going by: Does not like km, wants distances in miles.)");
        assertThat(conversion.convert("10 mi", null, eve))
                .isEqualTo("10 mi = 16.09344 km (metric, going by: the setting units = \"metric\")");
        assertThatThrownBy(() -> conversion.convert("10 km", null, nobody))
                .hasMessage(
                        "argument 'unit' is missing, and I do not know which units you think in; expected a unit of length, such as"
                                + " m, km, dm, cm, mm, µm");
    }

    @Test
    void counterparts_areUnitsOfOneDimension() {
        Units units = new Units();
        Measures measures = new Measures();

        for (String symbol : List.of("km", "kg", "°C", "l", "ml", "km/h", "m²", "ha", "kW", "bar")) {
            Unit metric = units.find(symbol).orElseThrow();
            Unit imperial = units.find(measures.counterpart(symbol, "imperial").orElseThrow())
                    .orElseThrow();

            assertThat(imperial.dimension()).isEqualTo(metric.dimension());
            assertThat(measures.counterpart(imperial.symbol(), "metric")).isPresent();
        }
    }
}
