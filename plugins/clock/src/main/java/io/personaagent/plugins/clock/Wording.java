package io.personaagent.plugins.clock;

/** How lengths and quotations are written for people. */
final class Wording {

    private Wording() {}

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 60)) + "...";
    }
}
