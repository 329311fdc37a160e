package io.personaagent.persona;

/**
 * What a version of a persona has lost because episodes were forgotten since; counts, and nothing of what it was.
 *
 * @param removed statements of which nothing that they rested on is left
 * @param reduced statements that rest on fewer episodes now
 */
public record Loss(int removed, int reduced) {

    public static final Loss NONE = new Loss(0, 0);

    /** One line for the person to read. */
    public String words() {
        return "episodes were forgotten: %s, %s".formatted(gone(), fewer());
    }

    private String gone() {
        return removed == 1 ? "1 statement went with them" : removed + " statements went with them";
    }

    private String fewer() {
        return reduced == 1 ? "1 rests on fewer now" : reduced + " rest on fewer now";
    }
}
