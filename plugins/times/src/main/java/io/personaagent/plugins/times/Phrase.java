package io.personaagent.plugins.times;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns the many ways to write one thing into one: "Twenty-five minutes!" is "25 minutes". */
final class Phrase {

    /** Longer is no time or date, and patterns take their time over it. */
    static final int LONGEST = 120;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100));
    private static final Pattern TENS = Pattern.compile("\\b([2-6]0|90)[ -]([1-9])\\b(?![:.])");
    private static final Pattern WORD = Pattern.compile("\\b[a-z]+\\b");
    private static final List<String[]> SPELLINGS = List.of(
            new String[] {"[’‘`]", "'"},
            new String[] {"\\ba\\.m\\.?", "am"},
            new String[] {"\\bp\\.m\\.?", "pm"},
            new String[] {"[,;]", " "},
            new String[] {"[.!?]+$", ""},
            new String[] {"\\b(tonight|tonite)\\b", "today in the evening"},
            new String[] {"\\bthis (morning|afternoon|evening|night)\\b", "today in the $1"},
            new String[] {"\\b(?<!the |at )(morning|afternoon|evening|night)\\b", "in the $1"},
            new String[] {"\\bat (midnight|noon|midday)\\b", "$1"},
            new String[] {"\\ba couple of\\b", "2"},
            new String[] {"\\bhalf an? (?=hour|day|year)", "0.5 "},
            new String[] {"\\ban? (?=second|minute|hour|day|week|fortnight|month|year)", "1 "},
            new String[] {"\\b(\\d+) and (?:a half|0\\.5) (?=\\p{L})", "$1.5 "},
            new String[] {"\\b(\\d+) (second|minute|hour|day|week|fortnight|month|year)s? and a half\\b", "$1.5 $2"});

    private Phrase() {}

    static String of(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        String phrase = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        phrase = TENS.matcher(digits(phrase)).replaceAll(Phrase::sum);
        for (String[] spelling : SPELLINGS) {
            phrase = phrase.replaceAll(spelling[0], spelling[1]);
        }
        return phrase.replaceAll("\\s+", " ").strip();
    }

    private static String digits(String phrase) {
        return WORD.matcher(phrase).replaceAll(word -> {
            Integer number = NUMBERS.get(word.group());
            return number == null ? word.group() : number.toString();
        });
    }

    private static String sum(MatchResult tens) {
        return Integer.toString(Integer.parseInt(tens.group(1)) + Integer.parseInt(tens.group(2)));
    }
}
