package io.personaagent.tools;

import java.util.List;
import java.util.Optional;

/** What the one person whom the call is for would think of things, as far as what is known of them tells; read-only, and no guess. */
public interface Likings {

    /**
     * How each of these things stands with the person, in the order given; with no grounds where nothing is known that has to do with it.
     *
     * @param purpose what one of them is wanted for, such as {@code a rainy evening}; empty where that is not said
     * @throws NotPermittedException when the tool did not declare {@link Permission.Kind#MEMORY}
     */
    List<Liking> weigh(List<String> things, String purpose);

    /**
     * The score that the person would give to something, on the scale that they use; empty where it is not known how they rate.
     *
     * @throws NotPermittedException when the tool did not declare {@link Permission.Kind#MEMORY}
     */
    Optional<Score> rate(String thing);
}
