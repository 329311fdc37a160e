package io.personaagent.memory.view;

import static java.util.Objects.requireNonNull;

/**
 * One generation of what a backend derived for a person.
 *
 * @param number counts a backend's generations from 1; 0 stands for none
 * @param embedder the embedding space of its vectors; empty when that is not known, or when it has none
 */
public record View(int number, String embedder) {

    public static final View NONE = new View(0, "");

    public View {
        requireNonNull(embedder, "embedder");
        if (number < 0) {
            throw new IllegalArgumentException("a view's number is %d, but must be at least 0".formatted(number));
        }
    }

    public boolean isNone() {
        return number == 0;
    }

    /** Who owns its records: the first generation's owner is the backend itself. */
    public String owner(String backend) {
        return number <= 1 ? backend : backend + "@" + number;
    }

    View in(String space) {
        return new View(number, space);
    }
}
