package io.personaagent.core.mcp;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes what a server says fit to be shown: to a model as short plain text, to the person with nothing hidden. */
final class Wording {

    /** Control, format (zero width, direction, tags), private and lone surrogate characters, and those that show as nothing. */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029\\u115F\\u1160\\u3164\\uFFA0\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    private static final Pattern HIDDEN_BUT_LINES = Pattern.compile("[" + HIDDEN.pattern() + "&&[^\\n]]");

    private Wording() {}

    /** In one line without hidden characters, and at most so many characters. */
    static String plain(String text, int most) {
        String clean =
                HIDDEN.matcher(text.replaceAll("\\s+", " ")).replaceAll("").strip();
        return clean.length() <= most ? clean : clean.substring(0, whole(clean, most - 3)) + "...";
    }

    /** With hidden characters written as {@code \\u200B}; line feeds stay. */
    static String visible(String text) {
        return HIDDEN_BUT_LINES.matcher(text).replaceAll(Wording::escaped);
    }

    static boolean hides(String text) {
        return HIDDEN_BUT_LINES.matcher(text).find();
    }

    private static String escaped(MatchResult hidden) {
        StringBuilder escaped = new StringBuilder();
        hidden.group().codePoints().forEach(point -> escaped.append("\\\\u{%04X}".formatted(point)));
        return escaped.toString();
    }

    private static int whole(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
