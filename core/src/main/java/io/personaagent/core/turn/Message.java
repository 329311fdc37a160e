package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import java.time.Instant;

/**
 * What the person says to the agent.
 *
 * @param session the conversation it belongs to
 * @param text 1 to 100,000 characters, not all blank
 * @param at when it was said
 */
public record Message(String session, String text, Instant at) {

    /** The most characters of one message. */
    public static final int MAX_LENGTH = 100_000;

    public Message {
        requireNonNull(session, "session");
        text = Text.clean(requireNonNull(text, "text")).strip();
        requireNonNull(at, "at");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the message is empty; say something");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the message has %,d characters, but may have %,d; put long texts into a file and use 'memory import'"
                            .formatted(text.length(), MAX_LENGTH));
        }
    }
}
