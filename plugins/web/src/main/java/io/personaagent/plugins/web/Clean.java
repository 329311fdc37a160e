package io.personaagent.plugins.web;

import java.util.regex.Pattern;

/** Takes out of a stranger's text what nobody sees and only programs read. */
final class Clean {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\ufeff\u00ad\\x{e0000}-\\x{e007f}]|[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private Clean() {}

    /** Text of several lines; joiners that some scripts and emoji need stay. */
    static String text(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /** One line, not longer than that. */
    static String line(String text, int longest) {
        String line = text(text.replaceAll("\\s+", " ")).strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)) + "...";
    }
}
