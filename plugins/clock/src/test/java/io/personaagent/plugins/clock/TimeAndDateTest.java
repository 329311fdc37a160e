package io.personaagent.plugins.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On Saturday, 21 November 2026, at 10:30 in Berlin. */
class TimeAndDateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private final TestToolContext context =
            TestToolContext.of("ada").at(ZonedDateTime.parse("2026-11-21T10:30+01:00[Europe/Berlin]"));

    @Test
    void now_saysTimeDayAndZone() {
        assertThat(new TimeTools().now(context))
                .isEqualTo("It is 10:30 on Saturday, 21 November 2026 (Europe/Berlin).");
    }

    @Test
    void timeIn_saysHowFarAhead() {
        TimeTools tools = new TimeTools();

        assertThat(tools.timeIn("tokyo", context))
                .isEqualTo("In Tokyo it is 18:30 on Saturday, 21 November 2026 (Asia/Tokyo, 8 hours ahead of you).");
        assertThat(tools.timeIn("New York?", context))
                .isEqualTo(
                        "In New York it is 04:30 on Saturday, 21 November 2026 (America/New_York, 6 hours behind you).");
        assertThat(tools.timeIn("Kathmandu", context)).contains("4 hours 45 minutes ahead of you");
        assertThat(tools.timeIn("Paris", context)).contains("the same time as yours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tokyo | Asia/Tokyo",
                "new york | America/New_York",
                "São Paulo | America/Sao_Paulo",
                "sao paulo | America/Sao_Paulo",
                "Beijing | Asia/Shanghai",
                "San Francisco | America/Los_Angeles",
                "Paris, France | Europe/Paris",
                "Germany | Europe/Berlin",
                "Japan | Asia/Tokyo",
                "the United Kingdom | Europe/London",
                "UK | Europe/London",
                "China | Asia/Shanghai",
                "India | Asia/Kolkata",
                "Singapore | Asia/Singapore",
                "Argentina | America/Argentina/Buenos_Aires",
                "Europe/Berlin | Europe/Berlin",
                "asia/kolkata | Asia/Kolkata",
                "UTC | UTC",
                "utc+2 | UTC+02:00",
                "GMT-05:30 | GMT-05:30",
                "pst | America/Los_Angeles",
                "Kyiv | Europe/Kiev"
            })
    void zoneOf_findsCitiesCountriesAndZones(String place, String zone) {
        assertThat(new Places().zoneOf(place, NOW).getId()).isEqualTo(zone);
    }

    @Test
    void zoneOf_asksForACityWhereACountryHasSeveralTimes() {
        assertThatThrownBy(() -> new Places().zoneOf("USA", NOW))
                .isInstanceOf(BadArgumentException.class)
                .hasMessageMatching(
                        "argument 'place' is 'USA', which has \\d+ different times; expected a city, such as New York,"
                                + " Chicago, Denver, Los Angeles");
    }

    @Test
    void zoneOf_saysWhatAPlaceLooksLike() {
        assertThatThrownBy(() -> new Places().zoneOf("Atlantis", NOW))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(
                        "argument 'place' is 'Atlantis', which is no city or country that I know the time of; expected a large city,"
                                + " a country or a time zone, such as Tokyo, Portugal or Europe/Berlin");
    }

    @Test
    void dateOf_namesTheDayAndHowFarItIs() {
        DateTools tools = new DateTools();

        assertThat(tools.dateOf("in 90 days", context))
                .isEqualTo("In 90 days is Friday, 19 February 2027, 90 days from today.");
        assertThat(tools.dateOf("yesterday", context)).isEqualTo("Yesterday is Friday, 20 November 2026, 1 day ago.");
        assertThatThrownBy(() -> tools.dateOf("someday", context))
                .hasMessage(
                        "argument 'when' is 'someday'; expected a day, such as 2026-12-24, \"24 december\", \"next friday\","
                                + " \"in 90 days\" or \"2 weeks ago\"");
    }

    @Test
    void weekdayOf_namesTheWeekday() {
        assertThat(new DateTools().weekdayOf("24 december", context))
                .isEqualTo("2026-12-24 is a Thursday: 24 December 2026.");
    }

    @Test
    void daysBetween_countsFromTodayWhereOneIsLeftOut() {
        DateTools tools = new DateTools();

        assertThat(tools.daysBetween("2026-01-01", "2026-12-31", context))
                .isEqualTo("From Thursday, 1 January 2026 to Thursday, 31 December 2026: 364 days (52 weeks).");
        assertThat(tools.daysBetween(null, "christmas", context))
                .isEqualTo(
                        "From Saturday, 21 November 2026 to Friday, 25 December 2026: 34 days (4 weeks and 6 days).");
        assertThat(tools.daysBetween("3 march", null, context))
                .isEqualTo("From Tuesday, 3 March 2026 to Saturday, 21 November 2026: 263 days (37 weeks and 4 days).");
        assertThatThrownBy(() -> tools.daysBetween(null, null, context))
                .hasMessage(
                        "arguments 'start' and 'end' are missing; expected at least one date, such as 2026-12-24 or christmas");
    }
}
