package io.personaagent.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void text_takesTextNumbersAndFlags() {
        assertThat(of("买牛奶").text("x")).isEqualTo("买牛奶");
        assertThat(of("").text("x")).isEmpty();
        assertThat(of(3).text("x")).isEqualTo("3");
        assertThat(of(true).text("x")).isEqualTo("true");
        refused(Map.of("a", 1), arguments -> arguments.text("x"), "argument 'x' is {a=1} (object); expected text");
        refused(List.of("a"), arguments -> arguments.text("x"), "argument 'x' is [a] (list); expected text");
    }

    @Test
    void text_namesWhatIsMissing() {
        assertThatThrownBy(() -> Arguments.NONE.text("x"))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("argument 'x' is missing; expected text");
    }

    @Test
    void integer_takesWholeNumbersHoweverTheyAreWritten() {
        assertThat(of(3).integer("x")).isEqualTo(3);
        assertThat(of(3.0).integer("x")).isEqualTo(3);
        assertThat(of(" 3 ").integer("x")).isEqualTo(3);
        assertThat(of("-2147483648").integer("x")).isEqualTo(Integer.MIN_VALUE);
        refused("many", arguments -> arguments.integer("x"), "argument 'x' is many (String); expected a whole number");
        refused(2.5, arguments -> arguments.integer("x"), "argument 'x' is 2.5 (Double); expected a whole number");
        refused(
                2147483648L,
                arguments -> arguments.integer("x"),
                "argument 'x' is 2147483648 (Long); expected a whole number");
        refused(
                "1e999999999",
                arguments -> arguments.integer("x"),
                "argument 'x' is 1e999999999 (String); expected a whole number");
    }

    @Test
    void number_keepsItsDigits() {
        assertThat(of("0.1").number("x")).isEqualTo(new BigDecimal("0.1"));
        assertThat(of(7).number("x")).isEqualTo(BigDecimal.valueOf(7));
        refused("NaN", arguments -> arguments.number("x"), "argument 'x' is NaN (String); expected a number");
        refused(true, arguments -> arguments.number("x"), "argument 'x' is true (Boolean); expected a number");
    }

    @Test
    void flag_takesTheWordsThatPeopleUse() {
        assertThat(of(true).flag("x")).isTrue();
        assertThat(of(" Yes ").flag("x")).isTrue();
        assertThat(of("no").flag("x")).isFalse();
        refused(
                "perhaps",
                arguments -> arguments.flag("x"),
                "argument 'x' is perhaps (String); expected true or false");
    }

    @Test
    void date_takesIsoDates() {
        assertThat(of("2026-12-24").date("x")).isEqualTo(LocalDate.of(2026, 12, 24));
        refused(
                "24.12.2026",
                arguments -> arguments.date("x"),
                "argument 'x' is 24.12.2026 (String); expected a date as YYYY-MM-DD");
        refused(
                "2026-02-30",
                arguments -> arguments.date("x"),
                "argument 'x' is 2026-02-30 (String); expected a date as YYYY-MM-DD");
    }

    @Test
    void texts_takesAListOrOneText() {
        assertThat(of(List.of("b", "a", 1)).texts("x")).containsExactly("b", "a", "1");
        assertThat(of("only").texts("x")).containsExactly("only");
        refused(
                List.of(List.of()),
                arguments -> arguments.texts("x"),
                "argument 'x' is [[]] (list); expected a list of texts");
        refused(7, arguments -> arguments.texts("x"), "argument 'x' is 7 (Integer); expected a list of texts");
    }

    @Test
    void choice_ignoresCaseAndNamesTheChoices() {
        assertThat(of(" write ").choice("x", Effect.class)).isEqualTo(Effect.WRITE);
        refused(
                "other",
                arguments -> arguments.choice("x", Effect.class),
                "argument 'x' is other (String); expected one of READ, WRITE, EXTERNAL");
        assertThatThrownBy(() -> Arguments.NONE.choice("x", Effect.class))
                .hasMessage("argument 'x' is missing; expected one of READ, WRITE, EXTERNAL");
    }

    @Test
    void optional_isEmptyOnlyWhenAbsent() {
        assertThat(Arguments.NONE.optionalText("x")).isEmpty();
        assertThat(Arguments.NONE.optionalInteger("x")).isEmpty();
        assertThat(Arguments.NONE.optionalNumber("x")).isEmpty();
        assertThat(Arguments.NONE.optionalFlag("x")).isEmpty();
        assertThat(Arguments.NONE.optionalDate("x")).isEmpty();
        assertThat(of("a").optionalText("x")).contains("a");
        assertThat(of(1).optionalInteger("x")).contains(1);
        assertThat(of(1).optionalNumber("x")).contains(BigDecimal.ONE);
        assertThat(of("false").optionalFlag("x")).contains(false);
        assertThat(of("2026-12-24").optionalDate("x")).contains(LocalDate.of(2026, 12, 24));
        refused(
                "a",
                arguments -> arguments.optionalInteger("x"),
                "argument 'x' is a (String); expected a whole number");
    }

    @Test
    void of_countsNullAsAbsentAndKeepsTheOrder() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("z", 1);
        values.put("nothing", null);
        values.put("a", 2);

        Arguments arguments = Arguments.of(values);

        assertThat(arguments.asMap().keySet()).containsExactly("z", "a");
        assertThat(arguments.has("nothing")).isFalse();
        assertThat(arguments.has("z")).isTrue();
    }

    @Test
    void of_isNotChangedThroughTheMapItWasMadeFrom() {
        Map<String, Object> values = new HashMap<>(Map.of("x", 1));
        Arguments arguments = Arguments.of(values);

        values.put("x", 2);

        assertThat(arguments).isEqualTo(of(1)).hasSameHashCodeAs(of(1)).hasToString("{x=1}");
        assertThat(arguments).isNotEqualTo(of(2));
        assertThatThrownBy(() -> arguments.asMap().put("y", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusal_doesNotRepeatABook() {
        refused(
                "x".repeat(5000),
                arguments -> arguments.flag("x"),
                "argument 'x' is " + "x".repeat(80) + "... (String); expected true or false");
    }

    @Property(tries = 200)
    void integer_readsEveryIntAsTextAndAsNumber(@ForAll int number) {
        assertThat(List.of(of(number).integer("x"), of(Integer.toString(number)).integer("x")))
                .containsOnly(number);
    }

    @Property(tries = 200)
    void readers_answerOrRefuseWhateverTheyAreGiven(@ForAll String text) {
        List<Function<Arguments, Object>> readers = new ArrayList<>(List.of(
                arguments -> arguments.integer("x"),
                arguments -> arguments.number("x"),
                arguments -> arguments.flag("x"),
                arguments -> arguments.date("x")));

        readers.forEach(reader -> {
            try {
                assertThat(reader.apply(of(text))).isNotNull();
            } catch (BadArgumentException refused) {
                assertThat(refused).hasMessageContaining("argument 'x'");
            }
        });
    }

    private static Arguments of(Object value) {
        return Arguments.of(Map.of("x", value));
    }

    private static void refused(Object value, Function<Arguments, Object> reader, String message) {
        assertThatThrownBy(() -> reader.apply(of(value)))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(message);
    }
}
