package io.personaagent.memory.prompt;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.text.Sha256;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text for a model, with places such as <code>{{question}}</code> to be filled in. A line <code>---</code> parts what goes into the
 * system message from what goes into the person's.
 *
 * @param id names it, such as {@code align-gradient}
 */
public record Prompt(String id, String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]{1,40})}}");
    private static final Pattern PARTING = Pattern.compile("(?m)^---[ \\t]*\\R?");

    public Prompt {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        if (PARTING.split(text, -1).length != 2) {
            throw new IllegalArgumentException(
                    "prompt '%s' must have one line '---', between what the system says and what is asked"
                            .formatted(id));
        }
    }

    /** What a model is sent. */
    public record Filled(String system, String user) {}

    /**
     * The text with its places filled. What is filled in stays as it is, and is not looked into for places again.
     *
     * @throws IllegalArgumentException when a place has no value
     */
    public Filled fill(Map<String, String> values) {
        String[] parts = PARTING.split(text, -1);
        return new Filled(filled(parts[0], values), filled(parts[1], values));
    }

    /** The names of its places. */
    public Set<String> places() {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    /** SHA-256 of the text, in hexadecimal. */
    public String hash() {
        return Sha256.hex(text);
    }

    private String filled(String part, Map<String, String> values) {
        return PLACE.matcher(part.strip()).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("prompt '%s' has a place {{%s}}, but there are only %s"
                    .formatted(id, name, new TreeSet<>(values.keySet())));
        }
        return value;
    }
}
