package io.personaagent.core.plan;

/**
 * The beginning and the end of what is too long to be told. Never longer than the text itself.
 *
 * @param head how many characters of the beginning
 * @param tail how many of the end
 */
record Excerpt(int head, int tail) {

    /** @param name what the text is called where something is missing */
    String of(String text, String name) {
        int from = whole(text, Math.min(head, text.length()));
        int to = whole(text, Math.max(from, text.length() - tail));
        String shortened = "%s\n[... %,d characters of %s are left out ...]%s"
                .formatted(
                        text.substring(0, from), to - from, name, to == text.length() ? "" : "\n" + text.substring(to));
        return shortened.length() < text.length() ? shortened : text;
    }

    /** No character is cut in two. */
    private static int whole(String text, int at) {
        boolean cut = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return cut ? at - 1 : at;
    }
}
