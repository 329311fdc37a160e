package io.personaagent.core.plan.reflex;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a sum, as people write or say it, from words that hold a number. It computes nothing. */
final class Arithmetic {

    private static final int LONGEST = 300;
    private static final Set<String> WORDS = Set.of(
            "plus",
            "minus",
            "times",
            "less",
            "multiplied",
            "divided",
            "over",
            "by",
            "to",
            "the",
            "power",
            "of",
            "squared",
            "cubed",
            "square",
            "root",
            "cube",
            "percent",
            "per",
            "cent",
            "off",
            "mod",
            "modulo",
            "factorial",
            "half",
            "sqrt",
            "sin",
            "cos",
            "tan",
            "log",
            "ln",
            "exp",
            "abs",
            "min",
            "max",
            "round",
            "floor",
            "ceiling",
            "pi",
            "sum",
            "fact",
            "x",
            "e",
            "and");
    private static final Pattern PARTS = Pattern.compile("[\\p{L}]+|\\d[\\d,]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\S");
    private static final Pattern SIGN = Pattern.compile("[-+*/^%()!=.,<>×·⋅÷∕−–—π²³√]");

    private Arithmetic() {}

    /** Whether it has a number, and nothing that is neither number, sign nor a word of sums. */
    static boolean matches(String text) {
        if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        List<String> parts = PARTS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
        return parts.stream().allMatch(Arithmetic::belongs);
    }

    private static boolean belongs(String part) {
        return Character.isDigit(part.codePointAt(0))
                || SIGN.matcher(part).matches()
                || (part.length() == 1 && Character.isLetter(part.charAt(0)))
                || WORDS.contains(part);
    }
}
