package io.personaagent.memory.episode;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an episode came from and how it is to be handled.
 *
 * @param origin where it came from
 * @param trust whether it is the person's own word
 * @param sensitivity what care it needs
 * @param tags free labels, in their natural order
 */
public record Provenance(Origin origin, Trust trust, Sensitivity sensitivity, Set<String> tags) {

    /** What the person says to the agent. */
    public static final Provenance CHAT = new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of());

    /** The tag of an episode whose answer was made by who had seen words of others: the answer may repeat them. */
    public static final String UNTRUSTED_INFLUENCE = "influence:untrusted";

    /** The tag of an imported episode of which the person said that the labels in it are theirs. Only the command line gives it. */
    public static final String OWN_LABEL = "label:own";

    public Provenance {
        requireNonNull(origin, "origin");
        requireNonNull(trust, "trust");
        requireNonNull(sensitivity, "sensitivity");
        tags = Collections.unmodifiableSet(
                new TreeSet<>(tags.stream().map(Text::clean).toList()));
    }
}
