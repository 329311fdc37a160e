package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Chinese, whose words for times have no blanks between them. */
final class Chinese implements Language {

    private static final Pattern CUE = Pattern.compile("[年月日号號天周週前去今昨上这這个個星期]");
    private static final List<Season> SEASONS = List.of(Season.values());
    private static final String NUMBERS = "零一二三四五六七八九十";
    private static final String NUMBER = "(\\d{1,3}|[一二三四五六七八九十两兩])";
    private static final String WEEK = "(?:[周週]|个?星期|個?星期|个?礼拜|個?禮拜)";

    private static final List<Form> FORMS = List.of(
            form("((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})[日号號]?", (m, now) -> Dates.day(of(m, 1), of(m, 2), of(m, 3))),
            form("((?:19|20)\\d\\d)年(1[0-2]|[1-9])月", (m, now) -> Dates.month(of(m, 1), Month.of(of(m, 2)))),
            form("((?:19|20)\\d\\d)年", (m, now) -> List.of(Periods.year(of(m, 1)))),
            form("(?<!\\d)(\\d{1,2})月(\\d{1,2})[日号號]", (m, now) -> Dates.latest(of(m, 1), of(m, 2), now)),
            form("([前去])年([春夏秋冬])[天季]", (m, now) -> List.of(Periods.season(season(m), now.getYear() - back(m)))),
            form("([前去])年", (m, now) -> List.of(Periods.year(now.getYear() - back(m)))),
            form(
                    "今年",
                    (m, now) ->
                            List.of(new TimeWindow(Periods.year(now.getYear()).from(), now))),
            form("上上" + WEEK, (m, now) -> List.of(Periods.week(now, -2))),
            form("上(?:[周週]末|个周末|個週末)", (m, now) -> List.of(Periods.weekend(now, -1))),
            form("上" + WEEK + "([一二三四五六日天])", (m, now) -> weekday(m, now, -1)),
            form("上" + WEEK, (m, now) -> List.of(Periods.week(now, -1))),
            form("[这這]" + WEEK + "([一二三四五六日天])", (m, now) -> weekday(m, now, 0)),
            form(
                    "[这這本]" + WEEK,
                    (m, now) -> List.of(new TimeWindow(Periods.week(now, 0).from(), now))),
            form("上[个個]?月", (m, now) -> List.of(Periods.month(now, -1))),
            form(
                    "(?:[这這][个個]月|本月)",
                    (m, now) -> List.of(new TimeWindow(Periods.month(now, 0).from(), now))),
            form(NUMBER + "天前", (m, now) -> ago(m, ChronoUnit.DAYS, now)),
            form(NUMBER + WEEK + "(?:之|以)?前", (m, now) -> ago(m, ChronoUnit.WEEKS, now)),
            form(NUMBER + "[个個]月(?:之|以)?前", (m, now) -> ago(m, ChronoUnit.MONTHS, now)),
            form(NUMBER + "年(?:之|以)?前", (m, now) -> ago(m, ChronoUnit.YEARS, now)),
            form("前天", (m, now) -> List.of(TimeWindow.day(now.minusDays(2)))),
            form("昨[天晚日]", (m, now) -> List.of(TimeWindow.day(now.minusDays(1)))),
            form("今[天早晚日]", (m, now) -> List.of(TimeWindow.day(now))));

    /** Without word boundaries, of which the script has none. */
    private static Form form(
            String words, java.util.function.BiFunction<MatchResult, LocalDate, List<TimeWindow>> meaning) {
        return new Form(words, Pattern.compile(words), meaning);
    }

    @Override
    public void read(TextOfTimes text) {
        if (text.has(CUE)) {
            FORMS.forEach(form -> form.read(text, text.said()));
        }
    }

    private static int of(MatchResult match, int group) {
        String number = match.group(group);
        if (number.matches("[两兩]")) {
            return 2;
        }
        int place = NUMBERS.indexOf(number);
        return place >= 0 ? place : Integer.parseInt(number);
    }

    private static int back(MatchResult match) {
        return match.group(1).equals("前") ? 2 : 1;
    }

    private static Season season(MatchResult match) {
        return SEASONS.get("春夏秋冬".indexOf(match.group(2)));
    }

    private static List<TimeWindow> weekday(MatchResult match, LocalDate now, int later) {
        String word = match.group(1).replace('天', '日');
        DayOfWeek weekday = DayOfWeek.of("一二三四五六日".indexOf(word) + 1);
        return List.of(TimeWindow.day(Periods.week(now, later).from().with(weekday)));
    }

    private static List<TimeWindow> ago(MatchResult match, ChronoUnit unit, LocalDate now) {
        Quantity quantity = Quantity.exactly(of(match, 1));
        return quantity.isPlausible() ? List.of(Periods.ago(quantity, unit, now)) : List.of();
    }
}
