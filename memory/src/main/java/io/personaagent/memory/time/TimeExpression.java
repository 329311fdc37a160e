package io.personaagent.memory.time;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.rank.TimeWindow;

/**
 * Words of a text that name a time.
 *
 * @param words as they stand in the text
 * @param window the days that they mean; wider where they are vague
 */
public record TimeExpression(String words, TimeWindow window) {
    public TimeExpression {
        requireNonNull(words, "words");
        requireNonNull(window, "window");
    }
}
