package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a recall is made for.
 *
 * @param purposes everybody who gets to see what comes of it, at least one; what one of them may not see is seen by none
 * @param asked the person's own words, which say what they want to be spoken of; empty when they said nothing
 */
public record Use(Set<Purpose> purposes, String asked) {

    /** The person looks themself. */
    public static final Use OWN_EYES = new Use(Set.of(Purpose.OWN_EYES), "");

    public Use {
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a recall needs a purpose");
        }
        purposes = Collections.unmodifiableSet(EnumSet.copyOf(purposes));
        asked = Text.clean(requireNonNull(asked, "asked"));
    }

    public static Use of(Purpose purpose, String asked) {
        return new Use(Set.of(purpose), asked);
    }

    /** The same, where what comes of it is seen for this purpose as well. */
    public Use and(Purpose purpose) {
        Set<Purpose> more = EnumSet.copyOf(purposes);
        more.add(purpose);
        return new Use(more, asked);
    }
}
