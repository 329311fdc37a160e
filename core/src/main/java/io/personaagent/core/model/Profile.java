package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

/**
 * A model as it is configured under a name.
 *
 * @param table where: {@code model} or {@code models.NAME}
 * @param settings which model, and how it is asked
 * @param speech whether it is heard while it speaks
 * @param stamina how patient one is with its server
 * @param terms what it costs, and who stands in for it
 */
public record Profile(String table, ModelSettings settings, Speech speech, Stamina stamina, Terms terms) {

    /** How an answer comes. */
    public enum Speech {
        STREAMED,
        WHOLE
    }

    /**
     * What a model costs, and who stands in for it.
     *
     * @param price {@link Price#NONE} where nobody said
     * @param fallback the name of the profile that is asked when this model does not answer; empty for none
     */
    public record Terms(Price price, String fallback) {

        public static final Terms NONE = new Terms(Price.NONE, "");

        public Terms {
            requireNonNull(price, "price");
            requireNonNull(fallback, "fallback");
        }
    }

    public Profile {
        requireNonNull(table, "table");
        requireNonNull(settings, "settings");
        requireNonNull(speech, "speech");
        requireNonNull(stamina, "stamina");
        requireNonNull(terms, "terms");
    }

    /** With all but the model as usual. */
    public static Profile of(ModelSettings settings) {
        return new Profile("model", settings, Speech.STREAMED, Stamina.USUAL, Terms.NONE);
    }

    /** The name by which other settings speak of it. */
    public String name() {
        return table.substring(table.indexOf('.') + 1);
    }
}
