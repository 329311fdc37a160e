package io.personaagent.memory.profile;

import static java.util.Objects.requireNonNull;

/**
 * Something that a person said of themself, in one sentence.
 *
 * @param kind what sort of thing
 * @param slot what it is about; of one slot only the newest value holds
 * @param value what it says about it
 * @param text the sentence as it was said
 */
record Claim(Kind kind, String slot, String value, String text) {

    /** What a claim can be. */
    enum Kind {
        /** Likes or dislikes something. */
        PREFERENCE,
        /** Is so, or has something. */
        FACT,
        /** Does something always, or never. */
        HABIT,
        /** Set an answer right. */
        CORRECTION
    }

    Claim {
        requireNonNull(kind, "kind");
        requireNonNull(slot, "slot");
        requireNonNull(value, "value");
        requireNonNull(text, "text");
    }
}
