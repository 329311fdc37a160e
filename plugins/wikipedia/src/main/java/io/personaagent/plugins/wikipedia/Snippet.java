package io.personaagent.plugins.wikipedia;

import java.util.regex.Pattern;

/** Text of the wiki made fit to be read: without HTML, and no longer than a person likes. */
final class Snippet {

    private static final Pattern TAG = Pattern.compile("<[^>]{0,200}>");
    private static final int LONGEST = 1500;

    private Snippet() {}

    /** A search result's HTML as plain text. The ampersand comes last, so that "&amp;lt;" stays the "&lt;" that was meant. */
    static String plain(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&quot;", "\"")
                .replace("&#039;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The beginning of a text, up to the end of a sentence where there is one. */
    static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)));
        int end = Math.max(Math.max(cut.lastIndexOf(". "), cut.lastIndexOf(".\n")), cut.lastIndexOf('。'));
        return end > LONGEST / 2 ? cut.substring(0, end + 1) : cut.strip() + "…";
    }
}
