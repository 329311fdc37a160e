package io.personaagent.plugins.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seen from Saturday, 21 November 2026, 15:00 in Berlin. */
class WhenTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 15, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in 20 minutes            | 2026-11-21T15:20",
                "20 minutes               | 2026-11-21T15:20",
                "20 min from now          | 2026-11-21T15:20",
                "in twenty-five minutes   | 2026-11-21T15:25",
                "in an hour               | 2026-11-21T16:00",
                "in half an hour          | 2026-11-21T15:30",
                "in an hour and a half    | 2026-11-21T16:30",
                "in one and a half hours  | 2026-11-21T16:30",
                "in 1.5 hours             | 2026-11-21T16:30",
                "in 2 hours and 5 minutes | 2026-11-21T17:05",
                "in 2h                    | 2026-11-21T17:00",
                "in a couple of days      | 2026-11-23T15:00",
                "in 3 weeks               | 2026-12-12T15:00",
                "tomorrow                 | 2026-11-22T09:00",
                "tomorrow at 9            | 2026-11-22T09:00",
                "Tomorrow at 9.           | 2026-11-22T09:00",
                "tomorrow at 9pm          | 2026-11-22T21:00",
                "tomorrow at 9 p.m.       | 2026-11-22T21:00",
                "at 9 tomorrow            | 2026-11-22T09:00",
                "tomorrow morning         | 2026-11-22T09:00",
                "tomorrow morning at 8    | 2026-11-22T08:00",
                "tomorrow evening         | 2026-11-22T19:00",
                "tomorrow at 8 in the evening | 2026-11-22T20:00",
                "tomorrow at noon         | 2026-11-22T12:00",
                "tonight                  | 2026-11-21T19:00",
                "tonight at 8             | 2026-11-21T20:00",
                "this evening at 7:30     | 2026-11-21T19:30",
                "on friday at 18:30       | 2026-11-27T18:30",
                "friday 18:30             | 2026-11-27T18:30",
                "at 18:30 on friday       | 2026-11-27T18:30",
                "next monday at 10 am     | 2026-11-23T10:00",
                "saturday at 10           | 2026-11-28T10:00",
                "2026-12-24 18:00         | 2026-12-24T18:00",
                "2026-12-24T18:00         | 2026-12-24T18:00",
                "2026-12-24               | 2026-12-24T09:00",
                "24.12.2026 at 18:00      | 2026-12-24T18:00",
                "on the 24th of december at 6pm | 2026-12-24T18:00",
                "december 24th, 2026 at 18:00   | 2026-12-24T18:00",
                "24 december              | 2026-12-24T09:00",
                "on christmas eve at 17:00| 2026-12-24T17:00",
                "3 march at noon          | 2027-03-03T12:00",
                "on the 1st at 8          | 2026-12-01T08:00",
                "in 3 days at 8:15        | 2026-11-24T08:15",
                "at 18:30                 | 2026-11-21T18:30",
                "18:30                    | 2026-11-21T18:30",
                "at 9:15                  | 2026-11-22T09:15",
                "at 5                     | 2026-11-21T17:00",
                "5                        | 2026-11-21T17:00",
                "at 2                     | 2026-11-22T02:00",
                "9am                      | 2026-11-22T09:00",
                "at half past 9           | 2026-11-21T21:30",
                "quarter to 6 pm          | 2026-11-21T17:45",
                "noon                     | 2026-11-22T12:00",
                "midnight                 | 2026-11-22T00:00",
                "12am                     | 2026-11-22T00:00",
                "２０ minutes              | 2026-11-21T15:20",
                "the day after tomorrow at 7 | 2026-11-23T07:00"
            })
    void read_understandsWhatPeopleSay(String text, LocalDateTime expected) {
        assertThat(new When(NOW, Manner.USUAL).read(text).map(ZonedDateTime::toLocalDateTime))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "later",
                "at 25",
                "at 9:75",
                "tomorrow at 13pm",
                "31 february",
                "2026-13-01",
                "in minutes",
                "every day",
                "3/4/2026",
                "call mum",
                "in 99999999999 days",
                "明天",
                "غدا",
                "tomorrow tomorrow",
                "32.12.2026"
            })
    void read_givesNothingForWhatIsNoMoment(String text) {
        assertThat(new When(NOW, Manner.USUAL).read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in 90 days               | 2027-02-19",
                "90 days from now         | 2027-02-19",
                "2 weeks ago              | 2026-11-07",
                "10 days after 24 december| 2027-01-03",
                "1 day before christmas   | 2026-12-24",
                "2 months from 2026-12-31 | 2027-02-28",
                "next friday              | 2026-11-27",
                "last friday              | 2026-11-20",
                "next month               | 2026-12-21",
                "last week                | 2026-11-14",
                "yesterday                | 2026-11-20",
                "today                    | 2026-11-21",
                "31/12/2026               | 2026-12-31",
                "12/31/2026               | 2026-12-31",
                "29 february              | 2028-02-29",
                "new year's eve           | 2026-12-31",
                "new year’s day           | 2027-01-01",
                "the end of the month     | 2026-11-30"
            })
    void day_understandsWhatPeopleSay(String text, LocalDate expected) {
        assertThat(new When(NOW, Manner.USUAL).day(text)).contains(expected);
    }

    @Test
    void read_goesToTheNextValidTimeWhereTheClockIsPutForward() {
        ZonedDateTime before = ZonedDateTime.of(2027, 3, 27, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

        assertThat(new When(before, Manner.USUAL).read("tomorrow at 2:30"))
                .contains(ZonedDateTime.parse("2027-03-28T03:30+02:00[Europe/Berlin]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call mum tomorrow at 9           | call mum          | 2026-11-22T09:00",
                "tomorrow at 9 to call mum        | call mum          | 2026-11-22T09:00",
                "in 20 minutes to take the pizza out | take the pizza out | 2026-11-21T15:20",
                "buy 3 apples on friday at 18:30  | buy 3 apples      | 2026-11-27T18:30",
                "meet Zoë at the café at 5        | meet Zoë at the café | 2026-11-21T17:00",
                "给妈妈打电话 tomorrow at 9           | 给妈妈打电话           | 2026-11-22T09:00"
            })
    void request_takesTheTimeOffTheSentence(String sentence, String text, LocalDateTime due) {
        Request request = Request.read(sentence, new When(NOW, Manner.USUAL)).orElseThrow();

        assertThat(request.text()).isEqualTo(text);
        assertThat(request.due().toLocalDateTime()).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run 20 minutes", "call 9", "", "tomorrow", "nothing in particular"})
    void request_isNoneWhenThereIsNoTimeOrNothingBesideIt(String sentence) {
        assertThat(Request.read(sentence, new When(NOW, Manner.USUAL))).isEmpty();
    }
}
