package io.personaagent.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the person prefers, as far as a tool may know it; read-only.
 *
 * @param values settled preferences by name, such as {@code units} = {@code metric}
 * @param statements sentences of the persona that may guide a tool, the most important first
 */
public record Preferences(Map<String, String> values, List<String> statements) {

    public static final Preferences NONE = new Preferences(Map.of(), List.of());

    public Preferences {
        values = Map.copyOf(values);
        statements = List.copyOf(statements);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Which of several things the person prefers: what the first sentence of their persona says that names one of them, else the settled
     * preference of this name if it is one of them. A sentence that turns one down does not ask for it.
     *
     * @param name of the settled preference, such as {@code units}
     * @param words each of the things, with the words by which a sentence asks for it
     */
    public Optional<Preferred> among(String name, Map<String, List<String>> words) {
        return statements.stream()
                .flatMap(sentence ->
                        Mentions.first(sentence, words).map(value -> new Preferred(value, sentence)).stream())
                .findFirst()
                .or(() -> find(name)
                        .filter(words::containsKey)
                        .map(value -> new Preferred(value, "the setting %s = \"%s\"".formatted(name, value))));
    }
}
