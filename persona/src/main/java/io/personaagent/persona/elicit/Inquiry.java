package io.personaagent.persona.elicit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question for what the person likes.
 *
 * @param object what it is about
 * @param gain by how much the answer is expected to better a decision, in standard deviations of what somebody likes; never negative
 */
public record Inquiry(String object, double gain) {

    private static final Pattern ASKED = Pattern.compile("(?s).*Do you like (.{1,300})\\?\\s*");

    public Inquiry {
        requireNonNull(object, "object");
        if (!(gain >= 0)) {
            throw new IllegalArgumentException("the gain is %s, but cannot be below 0".formatted(gain));
        }
    }

    /** As the person is asked. */
    public String question() {
        return "Do you like %s?".formatted(object);
    }

    /** What a text that ends with such a question asks about. */
    static Optional<String> objectOf(String text) {
        Matcher asked = ASKED.matcher(text);
        return asked.matches() ? Optional.of(asked.group(1)) : Optional.empty();
    }
}
