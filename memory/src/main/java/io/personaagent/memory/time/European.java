package io.personaagent.memory.time;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plainest times of languages that are built alike: yesterday, last week, two weeks ago, in May, on 7 May 2023. */
final class European implements Language {

    private static final String YEAR = "((?:19|20)\\d\\d)(?!\\d)";
    private static final List<Season> SEASONS = List.of(Season.values());
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

    static final European GERMAN = new European(new Words(
            "januar februar märz april mai juni juli august september oktober november dezember",
            "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
            "frühling|frühjahr sommer herbst winter",
            "ein|eine|einem|einer zwei drei vier fünf sechs sieben acht neun zehn",
            "tag|tagen woche|wochen monat|monaten jahr|jahren",
            "heute gestern vorgestern",
            "letzte[nrs]? %s",
            "vor %s %s",
            "am (\\d{1,2})\\. ?%s(?: %s)?",
            "im (?:jahr(?:e)? )?%s(?: %s)?"));

    static final European FRENCH = new European(new Words(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "printemps été automne hiver",
            "un|une deux trois quatre cinq six sept huit neuf dix",
            "jour|jours semaine|semaines mois an|ans|année|années",
            "aujourd['’]hui hier avant-hier",
            "%s (?:dernière?|passée?)",
            "il y a %s %s",
            "le (\\d{1,2})(?:er)? %s(?: %s)?",
            "(?:en|au mois de|en l['’]an) %s(?: %s)?"));

    static final European SPANISH = new European(new Words(
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
            "lunes martes miércoles jueves viernes sábado domingo",
            "primavera verano otoño invierno",
            "un|una dos tres cuatro cinco seis siete ocho nueve diez",
            "día|días semana|semanas mes|meses año|años",
            "hoy ayer anteayer|antier",
            "%s pasad[oa]",
            "hace %s %s",
            "el (\\d{1,2}) de %s(?: (?:de|del) %s)?",
            "en (?:el año )?%s(?: (?:de|del) %s)?"));

    /** A list of words in a fixed order, alternatives with a stroke; then patterns with %s where such words stand. */
    private record Words(
            String months,
            String weekdays,
            String seasons,
            String numbers,
            String units,
            String days,
            String last,
            String ago,
            String onDay,
            String inMonth) {}

    private final Words words;
    private final Pattern cue;
    private final List<Form> forms;

    private European(Words words) {
        this.words = words;
        this.cue = compiled("\\b(?:" + any(words.months()) + "|" + any(words.days()) + "|" + any(words.seasons()) + "|"
                + any(words.units()) + "|" + any(words.weekdays())
                + "|weekend|wochenende|week-end|fin de semana)\\b|\\bi[mn] |\\ben ");
        this.forms = List.of(
                form(words.onDay().formatted("(" + any(words.months()) + ")", YEAR), (match, now) -> day(match, now)),
                form(words.inMonth().formatted("(" + any(words.months()) + ")", YEAR), this::month),
                form(words.inMonth().split("%s", -1)[0] + YEAR, (m, now) -> List.of(Periods.year(number(m.group(1))))),
                form(
                        words.ago()
                                .formatted("(\\d{1,3}|" + any(words.numbers()) + ")", "(" + any(words.units()) + ")"),
                        this::ago),
                form(words.last().formatted("(" + any(words.units()) + ")"), this::lastUnit),
                form(
                        words.last().formatted("(?:wochenende|week-end|weekend|fin de semana)"),
                        (m, now) -> List.of(Periods.weekend(now, -1))),
                form(words.last().formatted("(" + any(words.weekdays()) + ")"), this::lastWeekday),
                form(words.last().formatted("(" + any(words.seasons()) + ")"), this::lastSeason),
                form("(" + any(words.days()) + ")", this::relativeDay));
    }

    private static Form form(String pattern, BiFunction<MatchResult, LocalDate, List<TimeWindow>> meaning) {
        return new Form(pattern, compiled("\\b(?:" + pattern + ")\\b"), meaning);
    }

    /** Letters with accents are letters, on every release of Java. */
    private static Pattern compiled(String words) {
        return Pattern.compile(
                words.replace(" ", "\\s+"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    @Override
    public void read(TextOfTimes text) {
        if (text.has(cue)) {
            forms.forEach(form -> form.read(text, text.said()));
        }
    }

    private static String any(String list) {
        return Arrays.stream(list.split("[ |]", -1)).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static int place(String word, String list) {
        String[] places = list.split(" ", -1);
        for (int at = 0; at < places.length; at++) {
            if (compiled(places[at]).matcher(word).matches()) {
                return at;
            }
        }
        return -1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private Month monthOf(String word) {
        return Month.of(place(word, words.months()) + 1);
    }

    private List<TimeWindow> day(MatchResult match, LocalDate now) {
        int month = monthOf(match.group(2)).getValue();
        int day = number(match.group(1));
        String year = match.group(3);
        return year == null ? Dates.latest(month, day, now) : Dates.day(number(year), month, day);
    }

    private List<TimeWindow> month(MatchResult match, LocalDate now) {
        Month month = monthOf(match.group(1));
        String year = match.group(2);
        return year == null ? List.of(Periods.month(month, now)) : Dates.month(number(year), month);
    }

    private List<TimeWindow> ago(MatchResult match, LocalDate now) {
        String word = match.group(1);
        int count = Character.isDigit(word.charAt(0)) ? number(word) : place(word, words.numbers()) + 1;
        Quantity quantity = Quantity.exactly(count);
        return quantity.isPlausible()
                ? List.of(Periods.ago(quantity, UNITS.get(place(match.group(2), words.units())), now))
                : List.of();
    }

    private List<TimeWindow> lastUnit(MatchResult match, LocalDate now) {
        return switch (UNITS.get(place(match.group(1), words.units()))) {
            case WEEKS -> List.of(Periods.week(now, -1));
            case MONTHS -> List.of(Periods.month(now, -1));
            case YEARS -> List.of(Periods.year(now.getYear() - 1));
            default -> List.of();
        };
    }

    private List<TimeWindow> lastWeekday(MatchResult match, LocalDate now) {
        return Periods.last(DayOfWeek.of(place(match.group(1), words.weekdays()) + 1), now);
    }

    private List<TimeWindow> lastSeason(MatchResult match, LocalDate now) {
        return List.of(Periods.last(SEASONS.get(place(match.group(1), words.seasons())), now));
    }

    private List<TimeWindow> relativeDay(MatchResult match, LocalDate now) {
        int back = place(match.group(1).toLowerCase(Locale.ROOT), words.days());
        return List.of(TimeWindow.day(now.minusDays(back)));
    }
}
