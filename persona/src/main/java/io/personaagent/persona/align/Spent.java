package io.personaagent.persona.align;

/** What a stage of an alignment has cost: how often a model was asked, and how many tokens went in and came out. */
public record Spent(long calls, long input, long output) {

    public static final Spent NOTHING = new Spent(0, 0, 0);

    public Spent and(Spent more) {
        return new Spent(calls + more.calls, input + more.input, output + more.output);
    }

    public long tokens() {
        return input + output;
    }
}
