package io.personaagent.plugins.calculator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All units by their names: as they are written, so that Mbit is no MB, and otherwise whatever the case and the plural. */
final class Units {

    private final List<Unit> all = read();
    private final Map<String, Unit> exact = new HashMap<>();
    private final Map<String, Unit> folded = new HashMap<>();

    Units() {
        all.forEach(unit -> unit.names().forEach(name -> {
            exact.put(Normalizer.normalize(name, Normalizer.Form.NFKC), unit);
            folded.putIfAbsent(folded(name), unit);
            folded.putIfAbsent(folded(name) + "s", unit);
        }));
    }

    Optional<Unit> find(String name) {
        String written =
                Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
        String bare = written.replaceAll("[.?!]+$", "");
        return Stream.of(exact.get(written), exact.get(bare), folded.get(folded(bare)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A few units of the dimension, for those who asked for another. */
    String some(String dimension) {
        return all.stream()
                .filter(unit -> unit.dimension().equals(dimension))
                .limit(6)
                .map(Unit::symbol)
                .collect(Collectors.joining(", "));
    }

    String dimensions() {
        return all.stream().map(Unit::dimension).distinct().collect(Collectors.joining(", "));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<Unit> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Units.class.getResourceAsStream("units.txt"), "units.txt"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Unit::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
