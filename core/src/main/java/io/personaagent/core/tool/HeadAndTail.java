package io.personaagent.core.tool;

import io.personaagent.memory.episode.Text;

/** Shortens long text to its beginning and its end, and says how much is missing between. */
final class HeadAndTail {

    /** What the marker and a little text need. */
    static final int SMALLEST = 256;

    private static final int MARKER = 80;

    /** What a remark in the marker adds. */
    private static final int REMARK = 120;

    private HeadAndTail() {}

    /** The text as a planner may see it: clean, and at most so many bytes in UTF-8. */
    static String of(String text, int bytes) {
        return of(text, bytes, "");
    }

    /** The same, with a remark where something is missing. */
    static String of(String text, int bytes, String remark) {
        long all = bytes(text);
        if (all <= bytes) {
            String clean = Text.clean(text);
            return bytes(clean) <= bytes ? clean : cut(clean, bytes(clean), bytes, remark);
        }
        return cut(text, all, bytes, remark);
    }

    /** Whether it can be shown as it is. */
    static boolean fits(String text, int bytes) {
        return bytes(text) <= bytes && bytes(Text.clean(text)) <= bytes;
    }

    private static String cut(String text, long all, int bytes, String remark) {
        int room = bytes - MARKER - (remark.isEmpty() ? 0 : REMARK);
        String head = text.substring(0, endOfHead(text, room * 2 / 3));
        String tail = text.substring(startOfTail(text, room / 3));
        long missing = all - bytes(head) - bytes(tail);
        String shortened =
                Text.clean(head) + "\n[... %,d bytes left out%s ...]\n".formatted(missing, remark) + Text.clean(tail);
        return bytes(shortened) <= bytes ? shortened : cut(shortened, bytes(shortened), bytes, remark);
    }

    private static int endOfHead(String text, int room) {
        int at = 0;
        int used = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            used += width(point);
            if (used > room) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static int startOfTail(String text, int room) {
        int at = text.length();
        int used = 0;
        while (at > 0) {
            int point = text.codePointBefore(at);
            used += width(point);
            if (used > room) {
                break;
            }
            at -= Character.charCount(point);
        }
        return at;
    }

    private static long bytes(String text) {
        long bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            bytes += width(point);
            at += Character.charCount(point);
        }
        return bytes;
    }

    /** Bytes in UTF-8. NUL and lone surrogates count as what they are replaced with. */
    private static int width(int point) {
        if (point == 0) {
            return 3;
        }
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }
}
