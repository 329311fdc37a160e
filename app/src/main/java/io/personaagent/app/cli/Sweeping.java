package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.subject.Regimen;
import io.personaagent.persona.align.Scale;
import java.util.List;
import java.util.stream.Stream;

/** One setting with several values, such as {@code n=1,3,5}. */
record Sweeping(String name, List<Integer> values) {

    private static final List<String> NAMES = List.of("n", "E", "k", "m", "j");

    Sweeping {
        requireNonNull(name, "name");
        values = List.copyOf(values);
    }

    /** As it is written. */
    static Sweeping of(String given) {
        String[] parts = given.split("=", -1);
        if (parts.length != 2 || !NAMES.contains(parts[0]) || !parts[1].matches("[1-9]\\d{0,3}(,[1-9]\\d{0,3})*")) {
            throw new IllegalArgumentException(
                    "--sweep is '%s', but must be one of %s, then = and numbers of at least 1, such as n=1,3,5"
                            .formatted(given, String.join(", ", NAMES)));
        }
        return new Sweeping(
                parts[0],
                Stream.of(parts[1].split(",", -1)).map(Integer::valueOf).toList());
    }

    /** The regimen with one of the values. */
    Regimen with(int value, Regimen usual) {
        Scale scale = usual.scale();
        return switch (name) {
            case "n" ->
                new Regimen(usual.every(), new Scale(value, scale.iterations(), scale.judges()), usual.recall());
            case "E" -> new Regimen(usual.every(), new Scale(scale.batch(), value, scale.judges()), usual.recall());
            case "j" -> new Regimen(usual.every(), new Scale(scale.batch(), scale.iterations(), value), usual.recall());
            case "m" -> new Regimen(value, scale, usual.recall());
            default -> new Regimen(usual.every(), scale, value);
        };
    }
}
