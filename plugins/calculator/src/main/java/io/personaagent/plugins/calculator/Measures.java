package io.personaagent.plugins.calculator;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.Preferred;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The two systems of measures: which one the person thinks in, and what stands for what. */
final class Measures {

    private static final Map<String, List<String>> WORDS = Map.of(
            "metric", List.of("metric", "kilometres", "kilometers", "km", "kilograms", "celsius", "litres", "liters"),
            "imperial", List.of("imperial", "US units", "US customary", "miles", "pounds", "fahrenheit", "gallons"));

    private final Map<String, String> metric = new HashMap<>();
    private final Map<String, String> imperial = new HashMap<>();

    Measures() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Measures.class.getResourceAsStream("counterparts.txt"), "counterparts.txt"),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The system that the person thinks in, and which sentence or setting says so. */
    static Optional<Preferred> wanted(Preferences preferences) {
        return preferences.among("units", WORDS);
    }

    /** The unit of a system that people use where the other system has this one; empty where it is of that system, or of both. */
    Optional<String> counterpart(String symbol, String system) {
        return Optional.ofNullable((system.equals("metric") ? imperial : metric).get(symbol));
    }

    private void read(String line) {
        String[] pair = line.split("\\|", 2);
        metric.putIfAbsent(pair[0].strip(), pair[1].strip());
        imperial.putIfAbsent(pair[1].strip(), pair[0].strip());
    }
}
