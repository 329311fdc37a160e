package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayPhraseTest {

    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        2026-03-01            | 2026-03-01
        1.3.2026              | 2026-03-01
        1 March 2026          | 2026-03-01
        the 1st of March 2026 | 2026-03-01
        March 1, 2026         | 2026-03-01
        1 mar                 | 2026-03-01
        today                 | 2026-11-21
        Tomorrow              | 2026-11-22
        yesterday             | 2026-11-20
        on Saturday           | 2026-11-28
        next Monday           | 2026-11-23
        """)
    void read_theWaysInWhichPeopleWriteADay(String written, LocalDate day) {
        assertThat(DayPhrase.read(written, TODAY)).contains(day);
    }

    @Test
    void read_nothingThatIsNoDay() {
        assertThat(DayPhrase.read("30 February 2026", TODAY)).isEmpty();
        assertThat(DayPhrase.read("some day", TODAY)).isEmpty();
        assertThat(DayPhrase.read("1".repeat(100_000), TODAY)).isEmpty();
    }
}
