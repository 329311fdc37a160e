package io.personaagent.plugins.wikipedia;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;

/** What an argument asks about, cleaned of what the wiki would take for something else. */
final class Topic {

    private static final int LONGEST = 200;

    private Topic() {}

    static String of(Arguments arguments, String name) {
        String topic = arguments
                .text(name)
                .replaceAll("[\\p{Cc}|#<>\\[\\]{}_]+", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("[?!\\s]+$", "")
                .strip();
        if (topic.isEmpty()) {
            throw new BadArgumentException(
                    "argument '%s' is empty; expected a topic, such as Ada Lovelace".formatted(name));
        }
        if (topic.length() > LONGEST) {
            throw new BadArgumentException("argument '%s' has %d characters; expected a topic of at most %d"
                    .formatted(name, topic.length(), LONGEST));
        }
        return topic;
    }
}
