package io.personaagent.memory.time;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.rank.TimeWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeExpressionsTest {

    private static final String WORDS =
            "last the two 999 weeks ago before since 3 May 2023 in on Monday week of first half between and early summer 0 32 / - a couple"
                    + " few year after by 31 February vor hace il y 前 年 两";
    private static final LocalDate WEDNESDAY = LocalDate.of(2023, 5, 24);

    record Case(LocalDate asked, String question, String windows) {}

    static List<Case> cases() throws IOException {
        try (var file = TimeExpressionsTest.class.getResourceAsStream("expressions.tsv")) {
            String lines = new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Case(LocalDate.parse(parts[0]), parts[1], parts[2]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void in_findsTheWindows(Case each) {
        String found = written(TimeExpressions.in(each.question(), each.asked()));

        assertThat(found).as(each.question()).isEqualTo(each.windows());
    }

    private static String written(List<TimeExpression> found) {
        return found.isEmpty()
                ? "-"
                : found.stream()
                        .map(TimeExpression::window)
                        .map(TimeExpressionsTest::written)
                        .collect(Collectors.joining(";"));
    }

    private static String written(TimeWindow window) {
        return "%s..%s".formatted(window.from().equals(LocalDate.MIN) ? "*" : window.from(), window.to());
    }

    @Test
    void in_keepsTheWords() {
        List<TimeExpression> found = TimeExpressions.in("Who came last  week, and who on 3 May?", WEDNESDAY);

        assertThat(found).extracting(TimeExpression::words).containsExactly("last  week", "3 May");
    }

    @Test
    void in_aDateWithTwoReadings_givesBoth() {
        assertThat(TimeExpressions.in("What was on 03/04/2022?", WEDNESDAY))
                .extracting(TimeExpression::window)
                .containsExactly(TimeWindow.day(LocalDate.of(2022, 3, 4)), TimeWindow.day(LocalDate.of(2022, 4, 3)));
    }

    @Test
    void in_aDayThatDoesNotExist_isNoTime() {
        assertThat(TimeExpressions.in("What was on 31 February?", WEDNESDAY)).isEmpty();
        assertThat(TimeExpressions.in("What was on 2022-13-45?", WEDNESDAY)).isEmpty();
    }

    @Test
    void in_theLeapDay_isTheLatest() {
        assertThat(TimeExpressions.in("What was on 29 February?", LocalDate.of(1903, 2, 1)))
                .extracting(TimeExpression::window)
                .containsExactly(TimeWindow.day(LocalDate.of(1896, 2, 29)));
    }

    @Property
    void in_anyText_hasWindowsInOrderAndWordsOfTheText(@ForAll String text) {
        for (TimeExpression each : TimeExpressions.in(text, WEDNESDAY)) {
            assertThat(text).contains(each.words());
        }
    }

    @Property
    void in_anyMixOfTimeWords_isTheSameTwice(@ForAll("mixes") String text) {
        assertThat(TimeExpressions.in(text, WEDNESDAY)).isEqualTo(TimeExpressions.in(text, WEDNESDAY));
    }

    @Provide
    Arbitrary<String> mixes() {
        return Arbitraries.of(WORDS.split(" ", -1)).list().ofMaxSize(12).map(words -> String.join(" ", words));
    }
}
