package io.personaagent.core.plan;

import java.util.regex.Pattern;

/** Marks text as data for a model. What stands inside cannot end the fence, nor begin one of its own. */
final class Fence {

    /** Blanks and invisible characters are counted in: a model reads over them. */
    private static final Pattern TAG = Pattern.compile("(?iu)<([\\s\\p{Cf}]*+/?+[\\s\\p{Cf}]*+data)");

    private Fence() {}

    static String around(String text) {
        return "<data>\n" + TAG.matcher(text).replaceAll("&lt;$1") + "\n</data>";
    }
}
