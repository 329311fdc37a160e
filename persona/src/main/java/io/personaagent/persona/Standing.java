package io.personaagent.persona;

/**
 * A statement's place in the history.
 *
 * @param version the persona in which it came to have this text
 * @param pinned whether the person wants it to stay: no alignment may touch it then
 */
public record Standing(int version, boolean pinned) {

    /** Of a statement that is not in a persona yet; the persona says the version. */
    public static final Standing NEW = new Standing(1, false);

    public Standing {
        if (version < 1) {
            throw new IllegalArgumentException(
                    "a statement's version is %d, but must be at least 1".formatted(version));
        }
    }

    public Standing since(int other) {
        return new Standing(other, pinned);
    }
}
