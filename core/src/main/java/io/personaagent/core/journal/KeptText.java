package io.personaagent.core.journal;

/** A text as JSON, in which secrets are found as they are in a journal. */
public final class KeptText {

    private static final String TEXT = "text";

    private KeptText() {}

    public static String json(String text) {
        return JournalJson.object().put(TEXT, text).toString();
    }

    /** What {@link #json} was made of. */
    public static String text(String json) {
        return JournalJson.parsed(json).path(TEXT).asText();
    }
}
