package io.personaagent.memory.rank;

/**
 * How much there is in a text, as a mild multiplier: "Thanks, that means a lot!" shares its topic with what was said before it, but tells
 * nothing. A prior that does not depend on the question (Kraaij, Westerveld and Hiemstra, "The Importance of Prior Probabilities for Entry
 * Page Search", 2002; Bendersky, Croft and Diao, "Quality-Biased Ranking of Web Documents", 2011), saturating as term counts do in BM25,
 * so that a long text gains nothing over one of some sentences.
 *
 * @param least the factor for a text without any term, from 0 to 1
 * @param half the different terms at which half of the rest is reached
 */
public record Substance(double least, double half) {

    /** The factor for a text of so many different terms, from {@link #least} to 1. */
    public double factor(int terms) {
        return least + (1 - least) * terms / (terms + half);
    }
}
