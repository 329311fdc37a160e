package io.personaagent.plugins.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Undo;
import io.personaagent.tools.contract.TestToolContext;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to a calendar and taken back; on Saturday, 21 November 2026, at 10:30 in Berlin. */
class TakebackTest {

    private static final Map<String, String> ALL = Map.of("when", "next 60 days");

    private final TestToolContext ada =
            TestToolContext.of("ada").at(ZonedDateTime.parse("2026-11-21T10:30+01:00[Europe/Berlin]"));
    private final Desk desk = Desk.usual();

    @Test
    void add_isTakenBack_andNothingOfTheSameName() {
        call("add_event", Map.of("title", "Dentist", "when", "tomorrow at 9"));
        String before = call("list_events", ALL);

        Undo undo = desk.undo("add_event", Map.of("title", "Dentist", "when", "tomorrow at 11"), ada);

        assertThat(undo.arguments().text("event")).startsWith("Dentist (id ");
        takeBack(undo);
        assertThat(call("list_events", ALL)).isEqualTo(before);
        assertThat(call(undo.tool(), undo.arguments().asMap()))
                .startsWith("refused: argument 'event' is 'Dentist (id ")
                .endsWith("; there are: Dentist (Sunday, 22 November 2026, 09:00 to 10:00)");
    }

    @Test
    void add_ofWhatRepeats_isTakenBackWhole() {
        takeBack(desk.undo("add_event", Map.of("title", "Choir", "when", "monday at 9", "repeat", "weekly"), ada));

        assertThat(call("list_events", ALL)).startsWith("Nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monday at 9:05 to 9:50", "monday", "monday at 23:30", "2026-12-24"})
    void remove_isTakenBack(String when) {
        call("add_event", Map.of("title", "Dentist", "when", when, "place", "Main Street 5"));
        String before = call("list_events", ALL);

        Undo undo = desk.undo("remove_event", Map.of("event", "dentist"), ada);
        assertThat(call("list_events", ALL)).startsWith("Nothing");
        takeBack(undo);

        assertThat(call("list_events", ALL)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"friday", "friday at 14:00", "friday 14:00 to 18:00"})
    void move_isTakenBack(String when) {
        call("add_event", Map.of("title", "Dentist", "when", "monday 9:05 to 9:50"));
        String before = call("list_events", ALL);

        Undo undo = desk.undo("move_event", Map.of("event", "dentist", "when", when), ada);
        assertThat(call("list_events", ALL)).isNotEqualTo(before);
        takeBack(undo);

        assertThat(call("list_events", ALL)).isEqualTo(before);
    }

    @Test
    void move_ofOneTimeOfMany_isTakenBack() {
        call("add_event", Map.of("title", "Choir", "when", "2026-11-23 19:00", "repeat", "weekly"));
        String before = call("list_events", ALL);

        takeBack(desk.undo(
                "move_event", Map.of("event", "choir", "when", "2026-12-01 20:00", "day", "2026-11-30"), ada));

        assertThat(call("list_events", ALL)).isEqualTo(before);
    }

    @Test
    void whatNoCallBringsBackWhole_isNotTakenBack() {
        Desk.write(
                """
                BEGIN:VEVENT
                UID:1
                SUMMARY:Review
                DESCRIPTION:Bring the plan.
                DTSTART:20261123T080000Z
                DTEND:20261123T090000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                SUMMARY:Holidays
                DTSTART;VALUE=DATE:20261221
                DTEND;VALUE=DATE:20261224
                TRANSP:TRANSPARENT
                END:VEVENT
                """,
                ada);
        call("add_event", Map.of("title", "Choir", "when", "monday at 9", "repeat", "weekly"));

        assertThat(desk.undo("remove_event", Map.of("event", "review"), ada)).isEqualTo(Undo.NONE);
        assertThat(desk.undo("move_event", Map.of("event", "holidays", "when", "2026-12-22 10:00"), ada))
                .isEqualTo(Undo.NONE);
        assertThat(desk.undo("remove_event", Map.of("event", "choir"), ada)).isEqualTo(Undo.NONE);
        assertThat(desk.undo("remove_event", Map.of("event", "choir", "series", true), ada))
                .isEqualTo(Undo.NONE);
    }

    private void takeBack(Undo undo) {
        assertThat(call(undo.tool(), undo.arguments().asMap())).doesNotStartWith("refused");
    }

    private String call(String name, Map<String, ?> arguments) {
        return desk.call(name, arguments, ada);
    }
}
