package io.personaagent.persona.align;

/**
 * How far an alignment goes.
 *
 * @param batch how many of the latest labelled interactions are learned from: the paper's n
 * @param iterations how often: the paper's E
 * @param judges the most interactions that judge
 */
public record Scale(int batch, int iterations, int judges) {

    /** As in the paper. */
    public static final Scale USUAL = new Scale(3, 3, 6);

    public Scale {
        if (batch < 1 || iterations < 1 || judges < 1) {
            throw new IllegalArgumentException(
                    "an alignment needs at least one interaction, one iteration and one judge; given were %d, %d and %d"
                            .formatted(batch, iterations, judges));
        }
    }
}
