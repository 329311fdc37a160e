package io.personaagent.core.plan;

import io.personaagent.persona.Persona;

/**
 * How much a model is told.
 *
 * @param persona how many bytes of the persona's statements; what matters least to the question is left out
 * @param context how many tokens in all, by an estimate that errs on the safe side; what is more is shortened
 */
public record Telling(int persona, int context) {

    /** The whole persona, and as much as the models of large providers take. */
    public static final Telling USUAL = new Telling(Persona.MAX_BYTES, 128_000);

    public Telling {
        if (persona < 1 || context < 1) {
            throw new IllegalArgumentException(
                    "a model needs room for something of the persona and something besides; given were %d and %d"
                            .formatted(persona, context));
        }
    }
}
