package io.personaagent.plugins.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Saturday, 21 November 2026, at 10:30 in Berlin. */
class CalendarTest {

    private final TestToolContext ada =
            TestToolContext.of("ada").at(ZonedDateTime.parse("2026-11-21T10:30+01:00[Europe/Berlin]"));
    private final Desk desk = Desk.usual();

    @TempDir
    private Path elsewhere;

    @Test
    void add_putsAnEventWhereListShowsIt() {
        assertThat(call("add_event", Map.of("title", "Dentist", "when", "tomorrow at 9", "place", "Main Street 5")))
                .isEqualTo("Added Dentist: Sunday, 22 November 2026, 09:00 to 10:00.");
        assertThat(call("add_event", Map.of("title", "Call Bob", "when", "2026-11-22 14:00 to 15:30")))
                .isEqualTo("Added Call Bob: Sunday, 22 November 2026, 14:00 to 15:30.");
        assertThat(call("add_event", Map.of("title", "Mum's birthday", "when", "tomorrow")))
                .isEqualTo("Added Mum's birthday: Sunday, 22 November 2026, all day.");

        assertThat(call("list_events", Map.of("when", "tomorrow")))
                .isEqualTo(
                        """
                        Sunday, 22 November 2026:
                        - all day: Mum's birthday
                        - 09:00 to 10:00: Dentist (Main Street 5)
                        - 14:00 to 15:30: Call Bob""");
        assertThat(call("list_events", Map.of())).isEqualTo("Nothing is in your calendar: Saturday, 21 November 2026.");
    }

    @Test
    void add_readsTheTimeOutOfASentence() {
        assertThat(call("add_event", Map.of("title", "lunch with Bob friday at 12:30")))
                .isEqualTo("Added lunch with Bob: Friday, 27 November 2026, 12:30 to 13:30.");
        assertThat(call("add_event", Map.of("title", "lunch with Bob")))
                .isEqualTo(
                        "refused: argument 'when' is missing; expected a day or a time, such as \"friday\", \"tomorrow at 9\", \"friday 14:00 to 15:30\" or \"2026-12-24 18:00\"");
        assertThat(call("add_event", Map.of("title", "x", "when", "someday")))
                .startsWith("refused: argument 'when' is 'someday'; expected a day or a time, ");
        assertThat(call("add_event", Map.of("title", "tea", "when", "friday 2-4pm")))
                .isEqualTo("Added tea: Friday, 27 November 2026, 14:00 to 16:00.");
    }

    @Test
    void add_saysWhatIsThereAlready() {
        call("add_event", Map.of("title", "Dentist", "when", "tomorrow at 9"));

        assertThat(call("add_event", Map.of("title", "Gym", "when", "tomorrow at 9:30")))
                .isEqualTo(
                        "Added Gym: Sunday, 22 November 2026, 09:30 to 10:30.\nAt that time there is already: Dentist (09:00 to 10:00)");
    }

    @Test
    void add_keepsAWeeklyTimeWhenTheClocksChange() {
        assertThat(call("add_event", Map.of("title", "Choir", "when", "2027-03-22 19:00", "repeat", "weekly")))
                .isEqualTo("Added Choir: Monday, 22 March 2027, 19:00 to 20:00, weekly.");

        assertThat(call("list_events", Map.of("when", "2027-03-22 to 2027-04-05")))
                .isEqualTo(
                        """
                        Monday, 22 March 2027:
                        - 19:00 to 20:00: Choir
                        Monday, 29 March 2027:
                        - 19:00 to 20:00: Choir
                        Monday, 5 April 2027:
                        - 19:00 to 20:00: Choir""");
        assertThat(Desk.text(ada))
                .contains("DTSTART;TZID=Europe/Berlin:20270322T190000", "BEGIN:VTIMEZONE", "RRULE:FREQ=WEEKLY");
        assertThat(desk.call(
                        "list_events",
                        Map.of("when", "2027-03-29"),
                        ada.at(ZonedDateTime.parse("2026-11-21T10:30Z[UTC]"))))
                .endsWith("- 17:00 to 18:00: Choir");
    }

    @Test
    void find_looksForWords() {
        call("add_event", Map.of("title", "Dentist Dr. Ruiz", "when", "2026-12-03 08:15"));

        assertThat(call("find_events", Map.of("words", "the DENTIST")))
                .isEqualTo("- Thursday, 3 December 2026, 08:15 to 09:15: Dentist Dr. Ruiz");
        assertThat(call("find_events", Map.of("words", "opera")))
                .isEqualTo("Nothing in your calendar holds \"opera\".");
    }

    @Test
    void remove_takesTheOneThatIsMeant() {
        call("add_event", Map.of("title", "Dentist", "when", "tomorrow at 9"));
        call("add_event", Map.of("title", "Dentist for the cat", "when", "friday at 9"));

        assertThat(call("remove_event", Map.of("event", "dentist")))
                .isEqualTo(
                        "refused: argument 'event' is 'dentist', which fits 2 events; say more words or the day of one of:"
                                + " Dentist (Sunday, 22 November 2026, 09:00 to 10:00); Dentist for the cat (Friday, 27 November 2026, 09:00 to 10:00)");
        assertThat(call("remove_event", Map.of("event", "dentist", "day", "tomorrow")))
                .isEqualTo("Removed Dentist: Sunday, 22 November 2026, 09:00 to 10:00.");
        assertThat(call("remove_event", Map.of("event", "cat")))
                .isEqualTo("Removed Dentist for the cat: Friday, 27 November 2026, 09:00 to 10:00.");
        assertThat(call("remove_event", Map.of("event", "cat")))
                .isEqualTo(
                        "refused: argument 'event' is 'cat', and no such event is in the calendar that can be changed");
    }

    @Test
    void remove_ofWhatRepeats_takesOneTimeOrAll() {
        call("add_event", Map.of("title", "Choir", "when", "2026-11-23 19:00", "repeat", "weekly"));

        assertThat(call("remove_event", Map.of("event", "choir", "day", "2026-11-30")))
                .isEqualTo("Removed Choir: Monday, 30 November 2026, 19:00 to 20:00; its other times stay.");
        assertThat(call("list_events", Map.of("when", "2026-11-23 to 2026-12-07")))
                .contains("23 November", "7 December")
                .doesNotContain("30 November");
        assertThat(call("remove_event", Map.of("event", "choir", "series", true)))
                .isEqualTo("Removed Choir: Monday, 23 November 2026, 19:00 to 20:00 and all its other times.");
        assertThat(call("list_events", Map.of("when", "next 60 days"))).startsWith("Nothing");
    }

    @Test
    void move_keepsWhatIsNotSaid() {
        call("add_event", Map.of("title", "Dentist", "when", "2026-11-24 from 9:00 to 9:45"));

        assertThat(call("move_event", Map.of("event", "dentist", "when", "thursday")))
                .isEqualTo(
                        "Moved Dentist from Tuesday, 24 November 2026, 09:00 to 09:45 to Thursday, 26 November 2026, 09:00 to 09:45.");
        assertThat(call("move_event", Map.of("event", "dentist", "when", "friday at 14:00")))
                .endsWith("to Friday, 27 November 2026, 14:00 to 14:45.");
        assertThat(call("list_events", Map.of("when", "next week")))
                .isEqualTo("Friday, 27 November 2026:\n- 14:00 to 14:45: Dentist");
    }

    @Test
    void move_ofWhatRepeats_movesOneTime_andCanBeMovedAgainAndRemoved() {
        call("add_event", Map.of("title", "Choir", "when", "2026-11-23 19:00", "repeat", "weekly"));

        assertThat(call("move_event", Map.of("event", "choir", "when", "2026-12-01 20:00", "day", "2026-11-30")))
                .isEqualTo(
                        "Moved Choir from Monday, 30 November 2026, 19:00 to 20:00 to Tuesday, 1 December 2026, 20:00 to 21:00; its other times stay.");
        call("move_event", Map.of("event", "choir", "when", "2026-12-02", "day", "2026-12-01"));

        assertThat(call("list_events", Map.of("when", "2026-11-23 to 2026-12-07")))
                .isEqualTo(
                        """
                        Monday, 23 November 2026:
                        - 19:00 to 20:00: Choir
                        Wednesday, 2 December 2026:
                        - 20:00 to 21:00: Choir
                        Monday, 7 December 2026:
                        - 19:00 to 20:00: Choir""");
        call("remove_event", Map.of("event", "choir", "day", "2026-12-02"));
        assertThat(call("list_events", Map.of("when", "2026-11-30 to 2026-12-06")))
                .startsWith("Nothing");
    }

    @Test
    void twoAtOnce_loseNothing() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int number = 0; number < 40; number++) {
            String title = "event " + number;
            threads.execute(() -> call("add_event", Map.of("title", title, "when", "tomorrow")));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(call("list_events", Map.of("when", "tomorrow")).lines()).hasSize(41);
    }

    @Test
    void people_seeOnlyTheirOwn() {
        call("add_event", Map.of("title", "Dentist", "when", "tomorrow at 9"));

        assertThat(desk.call("list_events", Map.of("when", "tomorrow"), TestToolContext.of("bob")))
                .startsWith("Nothing is in your calendar");
    }

    @Test
    void settings_nameAFileThatIsOnlyRead() throws IOException {
        Path file = elsewhere.resolve("ada.ics");
        String before = Desk.calendar(
                """
                BEGIN:VEVENT
                UID:1
                SUMMARY:From elsewhere
                DTSTART:20261122T080000Z
                END:VEVENT
                """);
        Files.writeString(file, before);
        Desk other = Desk.with(Map.of("file", elsewhere + "/{user}.ics"));

        other.call("add_event", Map.of("title", "Mine", "when", "tomorrow at 9"), ada);

        assertThat(other.call("list_events", Map.of("when", "tomorrow"), ada))
                .isEqualTo("Sunday, 22 November 2026:\n- 09:00: From elsewhere\n- 09:00 to 10:00: Mine");
        assertThat(file).hasContent(before);
        assertThat(other.call("remove_event", Map.of("event", "elsewhere"), ada))
                .startsWith(
                        "refused: argument 'event' is 'elsewhere', and no such event is in the calendar that can be changed");
        assertThat(other.tool("list_events").spec().permissions())
                .containsExactly(Permission.parse("folder:" + elsewhere + "/{user}.ics"));
        assertThat(other.tool("add_event").spec().effect()).isEqualTo(Effect.WRITE);
    }

    @Test
    void settings_letAnotherFileBeWritten() throws IOException {
        Path file = elsewhere.resolve("cal.ics");
        Desk other = Desk.with(Map.of("files.ada", file.toString(), "write", "true"));

        other.call("add_event", Map.of("title", "Mine", "when", "tomorrow at 9"), ada);

        assertThat(file).content().contains("SUMMARY:Mine");
        assertThat(Files.exists(ada.workspace().resolve("calendar.ics"))).isFalse();
    }

    @Test
    void settings_refuseWhatCannotBeMeant() {
        assertRefused(
                Map.of("file", "/srv/cal.ics"),
                "file is '/srv/cal.ics', which would be the same calendar for everybody; put {user} into it, or set files.NAME for one person");
        assertRefused(
                Map.of("files.ada", "cal.txt"),
                "files.ada is 'cal.txt'; expected the whole path of a calendar file, such as /home/ada/calendar.ics");
        assertRefused(Map.of("write", "perhaps"), "write is 'perhaps'; expected true or false");
    }

    private static void assertRefused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> new CalendarProvider().tools(new ToolSettings(settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private String call(String name, Map<String, ?> arguments) {
        return desk.call(name, arguments, ada);
    }
}
