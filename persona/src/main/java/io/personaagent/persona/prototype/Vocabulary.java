package io.personaagent.persona.prototype;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.tendency.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The closed list of traits that may be counted over people: public names of topics, periods, and the breadth. Nobody can add to it. */
final class Vocabulary {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Set<String> TOPICS = topics();

    private Vocabulary() {}

    /** Whether the trait is one of the list, to the letter. */
    static boolean has(Trait trait) {
        return switch (trait.kind()) {
            case TOPIC -> TOPICS.contains(trait.name());
            case PERIOD -> isPeriod(trait.name());
            case BREADTH -> trait.name().equals("topics");
        };
    }

    private static boolean isPeriod(String name) {
        if (!name.matches("[12]\\d{3}")) {
            return false;
        }
        int year = Integer.parseInt(name);
        return year >= FIRST_YEAR && year <= LAST_YEAR && year % 5 == 0;
    }

    private static Set<String> topics() {
        try (InputStream list =
                requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.txt"), "vocabulary.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
