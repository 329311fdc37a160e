package io.personaagent.plugins.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.contract.TestToolContext;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On Saturday, 21 November 2026. */
class BirthdaysTest {

    private final Calls calls = new Calls();
    private final TestToolContext ada = TestToolContext.of("ada");

    @Test
    void notices_tellWhenItComesNear_andOnTheDay_eachOnce() {
        add("Mia Berg", "24 November 1996", ada);
        add("Tom", "1 December", ada);

        assertThat(calls.provider().notices(ada))
                .containsExactly("Birthday: Mia Berg turns 30 on Tuesday, 24 November 2026, in 3 days.");
        assertThat(calls.provider().notices(ada.at(ada.now().plusDays(1)))).isEmpty();
        assertThat(calls.provider().notices(ada.at(ada.now().plusDays(3))))
                .containsExactly("Birthday: Mia Berg turns 30 today.");
        assertThat(calls.provider().notices(ada.at(ada.now().plusDays(3)))).isEmpty();
        assertThat(calls.provider().notices(ada.at(ada.now().plusDays(9))))
                .containsExactly("Birthday: Tom has their birthday on Tuesday, 1 December 2026, tomorrow.");
        assertThat(calls.provider().notices(ada.at(ada.now().plusYears(1).plusDays(3))))
                .containsExactly("Birthday: Mia Berg turns 31 today.");
    }

    @Test
    void notices_comeAsEarlyAsThePersonWants() {
        TestToolContext early = ada.preferring(new Preferences(Map.of("birthday_notice_days", "14"), List.of()));
        add("Tom", "1 December", ada);

        assertThat(calls.provider().notices(ada)).isEmpty();
        assertThat(calls.provider().notices(early))
                .containsExactly("Birthday: Tom has their birthday on Tuesday, 1 December 2026, in 10 days.");
    }

    @Test
    void upcoming_listsTheNext_orSaysWhichIsNext() {
        assertThat(calls.call("upcoming_birthdays", Map.of(), ada))
                .isEqualTo("None of your contacts has a birthday that I know of.");
        add("Zoe", "20 November 2000", ada);
        assertThat(calls.call("upcoming_birthdays", Map.of(), ada))
                .isEqualTo(
                        "No birthdays in the next 30 days. Next: Zoe turns 27 on Saturday, 20 November 2027, in 364 days.");
        add("Tom", "1 December", ada);
        add("Mia", "24 November 1996", ada);
        assertThat(calls.call("upcoming_birthdays", Map.of("days", "20"), ada))
                .isEqualTo(
                        """
                        - Mia turns 30 on Tuesday, 24 November 2026, in 3 days.
                        - Tom has their birthday on Tuesday, 1 December 2026, in 10 days.""");
    }

    @Test
    void next_ofALeapDay_isTheLastOfFebruaryInOtherYears() {
        BirthDate leap = new BirthDate(MonthDay.of(2, 29), 1996);

        assertThat(leap.next(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(leap.next(LocalDate.of(2027, 3, 1))).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1996-12-24            | 24 December 1996",
                "24 december 1996      | 24 December 1996",
                "24th of December 1996 | 24 December 1996",
                "December 24, 1996     | 24 December 1996",
                "dec 24 1996           | 24 December 1996",
                "24.12.1996            | 24 December 1996",
                "24 dec                | 24 December",
                "December 24th         | 24 December",
                "24.12.                | 24 December",
                "--12-24               | 24 December",
                "29 february           | 29 February",
                "31 February 1990      | !",
                "soon                  | !",
                "3/4/1990              | !"
            })
    void read_knowsHowPeopleWriteBirthdays(String text, String expected) {
        assertThat(BirthDate.read(text, Preferences.NONE)
                        .map(birth -> birth.text(DateStyle.DAY_FIRST))
                        .orElse("!"))
                .isEqualTo(expected);
    }

    /** The same words of two people mean two days. */
    @Test
    void read_sameWords_anotherPerson_anotherDay() {
        assertThat(BirthDate.read("3/4/1990", new Preferences(Map.of(), List.of("Wants dates month first."))))
                .contains(BirthDate.of(LocalDate.of(1990, 3, 4)));
        assertThat(BirthDate.read("3/4/1990", new Preferences(Map.of(), List.of("Writes dates as DD/MM/YYYY."))))
                .contains(BirthDate.of(LocalDate.of(1990, 4, 3)));
    }

    private void add(String name, String birthday, TestToolContext context) {
        calls.call("add_contact", Map.of("name", name, "birthday", birthday), context);
    }
}
