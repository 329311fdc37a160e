package io.personaagent.plugins.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calendars as other programs write them, seen in Berlin. */
class ForeignCalendarTest {

    private static final String OUTLOOK_ZONE =
            """
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    private final TestToolContext ada =
            TestToolContext.of("ada").at(ZonedDateTime.parse("2026-11-21T10:30+01:00[Europe/Berlin]"));
    private final Desk desk = Desk.usual();

    @Test
    void zones_areTheirOwn() {
        Desk.write(
                OUTLOOK_ZONE
                        + event(
                                "a",
                                "DTSTART;TZID=W. Europe Standard Time:20261130T090000\nDTEND;TZID=W. Europe Standard Time:20261130T100000")
                        + event("b", "DTSTART;TZID=America/New_York:20261130T090000\nDURATION:PT45M")
                        + event("c", "DTSTART:20261130T110000Z")
                        + event("d", "DTSTART:20261130T130000\nDTEND:20261130T131500")
                        + event("e", "DTSTART;TZID=/example.org/Asia/Tokyo:20261130T230000\nDURATION:PT1H")
                        + event("f", "DTSTART;VALUE=DATE:20261129\nDTEND;VALUE=DATE:20261202"),
                ada);

        assertThat(list("2026-11-30"))
                .isEqualTo(
                        """
                        Monday, 30 November 2026:
                        - all day, until Tuesday, 1 December 2026: f
                        - 09:00 to 10:00: a
                        - 12:00: c
                        - 13:00 to 13:15: d
                        - 15:00 to 15:45: b
                        - 15:00 to 16:00: e""");
    }

    @Test
    void anOutlookSeries_keepsItsTimeWhenTheClocksChange() {
        Desk.write(
                OUTLOOK_ZONE
                        + event(
                                "a",
                                "DTSTART;TZID=W. Europe Standard Time:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO"),
                ada);

        assertThat(list("2027-03-22 to 2027-04-05").lines().filter(line -> line.startsWith("-")))
                .hasSize(3)
                .containsOnly("- 09:00 to 10:00: a");
        assertThat(list("2026-10-19 to 2026-10-26").lines().filter(line -> line.startsWith("-")))
                .hasSize(2)
                .containsOnly("- 09:00 to 10:00: a");
    }

    @Test
    void aSeries_hasItsExceptionsAdditionsAndMovedTimes() {
        Desk.write(
                event(
                                "a",
                                """
                                DTSTART;TZID=Europe/Berlin:20261123T090000
                                DURATION:PT30M
                                RRULE:FREQ=DAILY;UNTIL=20261201T080000Z
                                EXDATE;TZID=Europe/Berlin:20261125T090000
                                EXDATE;VALUE=DATE:20261126
                                RDATE;TZID=Europe/Berlin:20261205T170000""")
                        + """
                        BEGIN:VEVENT
                        UID:a
                        SUMMARY:a moved
                        RECURRENCE-ID:20261127T080000Z
                        DTSTART;TZID=Europe/Berlin:20261127T150000
                        DURATION:PT30M
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:a
                        SUMMARY:a called off
                        STATUS:CANCELLED
                        RECURRENCE-ID;TZID=Europe/Berlin:20261128T090000
                        DTSTART;TZID=Europe/Berlin:20261128T090000
                        END:VEVENT
                        """,
                ada);

        assertThat(list("2026-11-23 to 2026-12-10"))
                .isEqualTo(
                        """
                        Monday, 23 November 2026:
                        - 09:00 to 09:30: a
                        Tuesday, 24 November 2026:
                        - 09:00 to 09:30: a
                        Friday, 27 November 2026:
                        - 15:00 to 15:30: a moved
                        Sunday, 29 November 2026:
                        - 09:00 to 09:30: a
                        Monday, 30 November 2026:
                        - 09:00 to 09:30: a
                        Tuesday, 1 December 2026:
                        - 09:00 to 09:30: a
                        Saturday, 5 December 2026:
                        - 17:00 to 17:30: a""");
    }

    @Test
    void rules_areGoneThroughAsTheFormatSays() {
        Desk.write(
                event("count", "DTSTART;VALUE=DATE:20261120\nRRULE:FREQ=DAILY;COUNT=3")
                        + event(
                                "last friday",
                                "DTSTART;TZID=Europe/Berlin:20200131T170000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=-1FR")
                        + event("31st", "DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY")
                        + event("leap day", "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY")
                        + event(
                                "until day",
                                "DTSTART;TZID=Europe/Berlin:20261120T080000\nDURATION:PT5M\nRRULE:FREQ=DAILY;UNTIL=20261123"),
                ada);

        assertThat(list("2026-11-20 to 2026-11-30"))
                .isEqualTo(
                        """
                        Friday, 20 November 2026:
                        - all day: count
                        - 08:00 to 08:05: until day
                        Saturday, 21 November 2026:
                        - all day: count
                        - 08:00 to 08:05: until day
                        Sunday, 22 November 2026:
                        - all day: count
                        - 08:00 to 08:05: until day
                        Monday, 23 November 2026:
                        - 08:00 to 08:05: until day
                        Friday, 27 November 2026:
                        - 17:00 to 18:00: last friday""");
        assertThat(list("2026-12-31")).contains("31st");
        assertThat(list("2028-02-28 to 2028-03-01")).isEqualTo("Tuesday, 29 February 2028:\n- all day: leap day");
    }

    @Test
    void anEventOverMidnight_isOnBothDays() {
        Desk.write(event("party", "DTSTART;TZID=Europe/Berlin:20261121T220000\nDURATION:PT5H"), ada);

        assertThat(list("2026-11-21 to 2026-11-22"))
                .isEqualTo(
                        """
                        Saturday, 21 November 2026:
                        - 22:00 to 03:00 on Sunday, 22 November 2026: party
                        Sunday, 22 November 2026:
                        - until 03:00: party""");
    }

    @Test
    void whatIsNotUnderstood_isKept() {
        Desk.write(
                OUTLOOK_ZONE
                        + """
                        BEGIN:VEVENT
                        UID:a
                        SUMMARY:Old
                        DTSTART;TZID=W. Europe Standard Time:20261130T090000
                        X-MY-THING;X-P=1:value
                        DESCRIPTION:two\\nlines\\, and a comma
                        ATTENDEE;CN=Bob:mailto:bob@example.org
                        BEGIN:VALARM
                        ACTION:DISPLAY
                        DESCRIPTION:x
                        TRIGGER:-PT15M
                        END:VALARM
                        END:VEVENT
                        BEGIN:VTODO
                        UID:t
                        SUMMARY:To do
                        END:VTODO
                        """,
                ada);

        desk.call("add_event", Map.of("title", "New", "when", "tomorrow at 9"), ada);

        assertThat(Desk.text(ada))
                .contains(
                        "DTSTART;TZID=W. Europe Standard Time:20261130T090000",
                        "X-MY-THING;X-P=1:value",
                        "DESCRIPTION:two\\nlines\\, and a comma",
                        "ATTENDEE;CN=Bob:mailto:bob@example.org",
                        "BEGIN:VALARM",
                        "BEGIN:VTODO",
                        "TZID:W. Europe Standard Time",
                        "SUMMARY:New");
        assertThat(list("2026-11-30")).endsWith("- 09:00: Old");
    }

    @Test
    void aSeriesOfAnotherZone_isChangedOnItsOwnClock() {
        Desk.write(
                event("call", "DTSTART;TZID=America/New_York:20261020T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"), ada);

        desk.call("remove_event", Map.of("event", "call", "day", "2026-11-24"), ada);
        desk.call("move_event", Map.of("event", "call", "when", "2026-12-02 10:00", "day", "2026-12-01"), ada);

        assertThat(list("2026-11-23 to 2026-12-10"))
                .isEqualTo(
                        """
                        Wednesday, 2 December 2026:
                        - 10:00 to 11:00: call
                        Tuesday, 8 December 2026:
                        - 15:00 to 16:00: call""");
        assertThat(Desk.text(ada)).contains("EXDATE;TZID=America/New_York:20261124T090000");
    }

    @Test
    void aFileThatIsNoCalendar_isSaidAndKept() throws IOException {
        Files.writeString(ada.workspace().resolve("calendar.ics"), "hello");

        assertThat(list("today")).isEqualTo("WORLD the file calendar.ics is no calendar: it has no BEGIN:VCALENDAR");
        assertThat(desk.call("add_event", Map.of("title", "New", "when", "tomorrow"), ada))
                .isEqualTo("WORLD the file calendar.ics is no calendar: it has no BEGIN:VCALENDAR");
        assertThat(Desk.text(ada)).isEqualTo("hello");
    }

    @Test
    void brokenAndHostileEvents_stopNothing() {
        Desk.write(
                event("each second", "DTSTART:19700101T000000Z\nRRULE:FREQ=SECONDLY")
                        + event("never", "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
                        + event("no rule", "DTSTART:20261121T110000Z\nRRULE:garbage")
                        + event("no start", "X-A:1")
                        + event("bad start", "DTSTART:yesterday")
                        + event("backwards", "DTSTART:20261121T120000Z\nDTEND:20261121T110000Z")
                        + event("unknown zone", "DTSTART;TZID=Mars/Olympus:20261121T130000")
                        + event("two\\nlines \u202eevil", "DTSTART:20261121T140000Z"),
                ada);

        assertThat(list("today"))
                .contains("- 12:00: no rule", "- 13:00: backwards", "unknown zone", "- 15:00: two lines evil")
                .endsWith("(1 event repeats too often to be gone through and left out)");
    }

    private String list(String when) {
        return desk.call("list_events", Map.of("when", when), ada);
    }

    private static String event(String title, String lines) {
        return "BEGIN:VEVENT\nUID:%s\nSUMMARY:%s\n%s\nEND:VEVENT\n".formatted(title, title, lines);
    }
}
