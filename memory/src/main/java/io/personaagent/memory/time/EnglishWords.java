package io.personaagent.memory.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The English words that times are made of. */
final class EnglishWords {

    static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b";
    static final String WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    static final String SEASON = "(spring|summer|autumn|fall|winter)";
    static final String YEAR = "(?<![\\d.,-])((?:19|20)\\d\\d)(?![\\d.,]?\\d)";
    /** Behind a day and a month it may follow the comma at once. */
    static final String YEAR_OF_DATE = "((?:19|20)\\d\\d)(?!\\d)";

    static final String DAY = "(?<![\\d.,-])(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d:%]|\\.\\d|,\\d{3}(?!\\d))";
    static final String UNIT = "(day|weekend|week|fortnight|month|year|decade)";
    static final String QUANTITY =
            "((?<![\\d.,-])\\d{1,3}|a couple(?: of)?|a few|few|several|an?|one|two|three|four|five|six|seven|eight|nine|ten"
                    + "|eleven|twelve|fifteen|twenty|thirty)";

    private static final List<String> NUMBERS = List.of(
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Map<String, Integer> MORE = Map.of("a", 1, "an", 1, "fifteen", 15, "twenty", 20, "thirty", 30);

    private EnglishWords() {}

    static Month month(String word) {
        String start = word.toLowerCase(Locale.ROOT).substring(0, 3);
        return List.of(Month.values()).stream()
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no month: " + word));
    }

    static DayOfWeek weekday(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Season season(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.equals("FALL") ? Season.AUTUMN : Season.valueOf(upper);
    }

    static ChronoUnit unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "week", "fortnight" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "year" -> ChronoUnit.YEARS;
            case "decade" -> ChronoUnit.DECADES;
            default -> ChronoUnit.DAYS;
        };
    }

    /** How many of a unit; a fortnight is two weeks. */
    static Quantity quantity(String words, String unit) {
        Quantity counted = quantity(words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), unit(unit));
        int weeks = unit.equalsIgnoreCase("fortnight") ? 2 : 1;
        return new Quantity(counted.least() * weeks, counted.most() * weeks);
    }

    private static Quantity quantity(String words, ChronoUnit unit) {
        if (words.startsWith("a couple")) {
            return new Quantity(2, 3);
        }
        if (words.endsWith("few") || words.equals("several")) {
            return new Quantity(2, unit == ChronoUnit.DAYS ? 7 : 6);
        }
        if (Character.isDigit(words.charAt(0))) {
            return Quantity.exactly(Integer.parseInt(words));
        }
        return Quantity.exactly(NUMBERS.contains(words) ? NUMBERS.indexOf(words) : MORE.getOrDefault(words, 0));
    }
}
