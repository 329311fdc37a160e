package io.personaagent.plugins.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.contract.TestToolContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same requests, for people who live differently; on Saturday, 21 November 2026. */
class HabitsTest {

    private final Desk desk = Desk.usual();

    @Test
    void freeTime_isWithinThePersonsHours() {
        TestToolContext lark = persona("Works from 7 to 15.", "Meetings last 30 minutes at most.");
        TestToolContext owl =
                persona("Works 9am to 6pm.", "Never takes meetings before 11.", "Uses the 12-hour clock.");
        for (TestToolContext each : List.of(lark, owl)) {
            call("add_event", Map.of("title", "Lunch", "when", "monday 12:00 to 13:00"), each);
        }

        assertThat(call("free_time", Map.of("when", "monday"), lark))
                .isEqualTo(
                        """
                        Monday, 23 November 2026: 07:00 to 12:00, 13:00 to 15:00
                        (between 07:00 and 15:00 because of "Works from 7 to 15.")
                        (at least 30 minutes because of "Meetings last 30 minutes at most.")""");
        assertThat(call("free_time", Map.of("when", "monday"), owl))
                .isEqualTo(
                        """
                        Monday, 23 November 2026: 11:00 AM to 12:00 PM, 1:00 PM to 6:00 PM
                        (between 11:00 AM and 6:00 PM because of "Works 9am to 6pm." and "Never takes meetings before 11.")""");
        assertThat(call("free_time", Map.of("when", "monday"), persona()))
                .isEqualTo("Monday, 23 November 2026: 09:00 to 17:00");
    }

    @Test
    void anEvent_lastsAsLongAsThePersonsDo() {
        assertThat(call(
                        "add_event",
                        Map.of("title", "Bob", "when", "monday at 9"),
                        persona("Keeps meetings to 25 minutes.")))
                .isEqualTo(
                        "Added Bob: Monday, 23 November 2026, 09:00 to 09:25 (25 minutes because of \"Keeps meetings to 25 minutes.\").");
        assertThat(call(
                        "add_event",
                        Map.of("title", "Bob", "when", "monday at 9", "minutes", 10),
                        persona("Keeps meetings to 25 minutes.")))
                .isEqualTo("Added Bob: Monday, 23 November 2026, 09:00 to 09:10.");
    }

    @Test
    void aWeek_beginsWhenThePersonsWeekDoes() {
        TestToolContext monday = persona();
        TestToolContext sunday = persona("Weeks start on Sunday for them.");
        for (TestToolContext each : List.of(monday, sunday)) {
            call("add_event", Map.of("title", "Walk", "when", "2026-11-22 10:00"), each);
        }

        assertThat(call("list_events", Map.of("when", "this week"), monday)).contains("Walk");
        assertThat(call("list_events", Map.of("when", "this week"), sunday)).startsWith("Nothing");
        assertThat(call("list_events", Map.of("when", "next week"), sunday)).contains("Walk");
    }

    @Test
    void freeTime_overSeveralDays_isOnWorkingDaysAndAhead() {
        TestToolContext parttime = TestToolContext.of("p")
                .at(ZonedDateTime.parse("2026-11-23T16:20Z[UTC]"))
                .preferring(new Preferences(Map.of("working_days", "mon, wed", "working_hours", "9-17"), List.of()));

        assertThat(call("free_time", Map.of("when", "this week", "minutes", 30), parttime))
                .isEqualTo(
                        """
                        Monday, 23 November 2026: 16:20 to 17:00
                        Wednesday, 25 November 2026: 09:00 to 17:00
                        (between 09:00 and 17:00 because of the preference working_hours)""");
        assertThat(call("free_time", Map.of("when", "today", "minutes", 60), parttime))
                .startsWith("There is no free time of 1 hour.");
    }

    @Test
    void wholeDays_doNotTakeUpTime_unlessTheySaySo() {
        TestToolContext ada = persona();
        call("add_event", Map.of("title", "Birthday", "when", "monday"), ada);
        assertThat(call("free_time", Map.of("when", "monday"), ada)).endsWith("09:00 to 17:00");

        Desk.write("BEGIN:VEVENT\nUID:v\nSUMMARY:Vacation\nDTSTART;VALUE=DATE:20261123\nEND:VEVENT", ada);
        assertThat(call("free_time", Map.of("when", "monday"), ada)).isEqualTo("There is no free time of 1 hour.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Works from 8:30 to 16:30. | 08:30 to 16:30",
                "Works 9 to 5. | 09:00 to 17:00",
                "Works mornings, between 6 and 11. | 06:00 to 11:00",
                "Hates calls before 10. | 10:00 to 17:00",
                "Works at a bakery. | 09:00 to 17:00",
                "Likes films from 9 to 5 stars. | 09:00 to 17:00"
            })
    void hours_areReadFromWhatIsKnown(String statement, String hours) {
        Habits.Hours read = new Habits(new Preferences(Map.of(), List.of(statement)))
                .hours()
                .value();

        assertThat(read.from() + " to " + read.to()).isEqualTo(hours);
    }

    @Test
    void sentences_countBeforeSettledPreferences() {
        Map<String, String> settled =
                Map.of("working_hours", "10:00-14:00", "event_length", "2 h", "week_start", "sunday");
        Habits said = new Habits(new Preferences(
                settled, List.of("Works from 7 to 15.", "Meetings last 30 minutes.", "Weeks begin on Monday.")));
        Habits silent = new Habits(new Preferences(settled, List.of("Likes tea.")));

        assertThat(said.hours().because()).isEqualTo("\"Works from 7 to 15.\"");
        assertThat(said.length().value()).isEqualTo(Duration.ofMinutes(30));
        assertThat(said.weekStart()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(silent.hours().because()).isEqualTo("the preference working_hours");
        assertThat(silent.length().value()).isEqualTo(Duration.ofHours(2));
        assertThat(silent.weekStart()).isEqualTo(DayOfWeek.SUNDAY);
    }

    /** The same request of three people. */
    @Test
    void aDateInFigures_isReadAndWrittenAsThePersonDoes() {
        Map<String, String> request = Map.of("title", "Lunch", "when", "3/4/2027 at 12:30");

        assertThat(call("add_event", request, persona("Writes dates month first.", "Uses the 12-hour clock.")))
                .isEqualTo("Added Lunch: Thursday, March 4, 2027, 12:30 PM to 1:30 PM.");
        assertThat(call("add_event", request, persona("Writes dates day first.")))
                .isEqualTo("Added Lunch: Saturday, 3 April 2027, 12:30 to 13:30.");
        assertThat(call("add_event", request, persona()))
                .startsWith("refused: argument 'when' is '3/4/2027 at 12:30'; expected a day or a time");
    }

    private String call(String name, Map<String, ?> arguments, TestToolContext context) {
        return desk.call(name, arguments, context);
    }

    private static TestToolContext persona(String... statements) {
        return TestToolContext.of("somebody").preferring(new Preferences(Map.of(), List.of(statements)));
    }
}
