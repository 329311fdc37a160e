package io.personaagent.memory.text;

import java.util.regex.Pattern;

/** Marks text as data for a model. What stands inside cannot end the fence, nor begin one of its own. */
public final class Fence {

    /** Blanks, invisible characters and signs that only look like these are counted in: a model reads over them. */
    private static final Pattern TAG = Pattern.compile(
            "(?iu)[<\uFF1C\uFE64\u2039\u3008\u2329\u27E8]([\\s\\p{Cf}]*+[/\uFF0F\u2044\u2215]?+[\\s\\p{Cf}]*+data)");

    private Fence() {}

    /** The text between {@code <data>} and {@code </data>}, each in a line of its own. */
    public static String around(String text) {
        return "<data>\n" + TAG.matcher(text).replaceAll("&lt;$1") + "\n</data>";
    }
}
