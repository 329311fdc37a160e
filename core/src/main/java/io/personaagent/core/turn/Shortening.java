package io.personaagent.core.turn;

/**
 * How much of a turn a model was not told because its context has no room for it. What the person said in this turn and the rules of the
 * persona are never part of it.
 *
 * @param outputs of how many results, the oldest first, only the beginning and the end was told
 * @param memories how many memories, the least first, were left out
 * @param steps of how many calls, the oldest first, was told little more than that they were made
 * @param exchanges how many exchanges of the conversation, the oldest first, were left out
 */
public record Shortening(int outputs, int memories, int steps, int exchanges) {

    /** Everything was told. */
    public static final Shortening NONE = new Shortening(0, 0, 0, 0);
}
