package io.personaagent.plugins.files;

import java.util.Locale;

/** How sizes and names are written for people. */
final class Wording {

    private static final int LONGEST_SHOWN = 80;

    private Wording() {}

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static String count(int number, String sort) {
        return number == 1 ? "1 " + sort : number + " " + sort + "s";
    }

    /** What somebody else wrote, in one line and safe to show. */
    static String shown(String text) {
        String line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
    }
}
