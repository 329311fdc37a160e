package io.personaagent.core.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Arguments;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentPatternTest {

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "ida*, ida@example.com, true",
        "ida*, eve+ida, false",
        "*@example.com, ida@example.com, true",
        "*@example.com, ida@example.com.evil, false",
        "a.c, abc, false",
        "a\\*c, a*c, true",
        "a\\*c, abc, false",
        "a\\\\c, a\\c, true",
        "\\Q*\\E, anything, false"
    })
    void matches_takesAStarForAnything_andAllElseLiterally(String pattern, String text, boolean expected) {
        assertThat(ArgumentPattern.matches(pattern, text)).isEqualTo(expected);
    }

    @Property
    void exactly_fitsTheseArguments(@ForAll String value) {
        assertThat(ArgumentPattern.exactly(to(value)).fits(to(value))).isTrue();
    }

    @Property
    void exactly_fitsNoOthers(@ForAll String value, @ForAll String other) {
        assertThat(ArgumentPattern.exactly(to(value)).fits(to(other))).isEqualTo(value.equals(other));
    }

    @Test
    void exactly_looksIntoListsAndObjects() {
        Arguments nested = Arguments.of(Map.of("to", List.of("ida", Map.of("b", 1, "a", 2))));

        assertThat(ArgumentPattern.exactly(nested).fits(nested)).isTrue();
        assertThat(ArgumentPattern.exactly(nested).fits(Arguments.of(Map.of("to", List.of("ida")))))
                .isFalse();
    }

    private static Arguments to(String value) {
        return Arguments.of(Map.of("to", value));
    }
}
