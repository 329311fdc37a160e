package io.personaagent.plugins.clock;

import io.personaagent.tools.BadArgumentException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the time zone of a city, a country or a zone's own name.
 *
 * <p>Cities are those that the JDK's zones are named after, and some more. A country is a place as long as one time is valid in all of
 * it; of one with several times a city is asked for.
 */
final class Places {

    private static final List<String> REGIONS = List.of(
            "Africa/",
            "America/",
            "Antarctica/",
            "Arctic/",
            "Asia/",
            "Atlantic/",
            "Australia/",
            "Europe/",
            "Indian/",
            "Pacific/");
    private static final int LONGEST_PLACE = 100;

    private final Map<String, String> zones = new HashMap<>();
    private final Map<String, String> others = entries("places.txt", "=");
    private final Map<String, String> countries = entries("countries.txt", " ");
    private final Map<String, String> codes = new HashMap<>();

    Places() {
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/"))
                .sorted()
                .forEach(id -> {
                    zones.put(id.toLowerCase(Locale.ROOT), id);
                    if (REGIONS.stream().anyMatch(id::startsWith)) {
                        zones.putIfAbsent(folded(city(id)), id);
                    }
                });
        countries
                .keySet()
                .forEach(code -> codes.put(
                        folded(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH)), code));
    }

    /**
     * The zone of the place, as its rules are at this time.
     *
     * @throws BadArgumentException when there is no such place, or it has several times
     */
    ZoneId zoneOf(String place, Instant now) {
        if (place.length() > LONGEST_PLACE) {
            throw unknown(place.substring(0, LONGEST_PLACE) + "...");
        }
        String name = folded(place);
        return Stream.of(name, name.replaceFirst("^the ", ""), beforeComma(place))
                .flatMap(candidate -> find(candidate, place, now).stream())
                .findFirst()
                .orElseThrow(() -> unknown(place));
    }

    /** How a place is written that the person wrote in some way: "new york" is New York. */
    static String city(String zoneId) {
        return zoneId.substring(zoneId.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private Optional<ZoneId> find(String name, String place, Instant now) {
        String other = others.getOrDefault(name, "");
        if (other.contains("/")) {
            return Optional.of(ZoneId.of(other));
        }
        String code = other.isEmpty() ? codes.getOrDefault(name, "") : other;
        if (zones.containsKey(name)) {
            return Optional.of(ZoneId.of(Objects.requireNonNull(zones.get(name))));
        }
        return code.isEmpty() ? offset(name) : Optional.of(inCountry(code, place, now));
    }

    private ZoneId inCountry(String code, String place, Instant now) {
        List<ZoneId> all = Arrays.stream(countries.getOrDefault(code, "").split(" ", -1))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .toList();
        long times = all.stream()
                .map(zone -> zone.getRules().getOffset(now))
                .distinct()
                .count();
        if (times == 1) {
            return all.get(0);
        }
        throw new BadArgumentException(
                "argument 'place' is '%s', which has %d different times; expected a city, such as %s"
                        .formatted(
                                place,
                                times,
                                all.stream()
                                        .limit(4)
                                        .map(zone -> city(zone.getId()))
                                        .collect(Collectors.joining(", "))));
    }

    /** UTC+2, GMT-05:30, +9. */
    private static Optional<ZoneId> offset(String name) {
        try {
            String compact = name.toUpperCase(Locale.ROOT).replace(" ", "");
            return compact.matches("(UTC|GMT|Z)?([+-]\\d{1,2}(:\\d{2})?)?") && !compact.isEmpty()
                    ? Optional.of(ZoneId.of(compact))
                    : Optional.empty();
        } catch (DateTimeException noSuchOffset) {
            return Optional.empty();
        }
    }

    private static BadArgumentException unknown(String place) {
        return new BadArgumentException(
                ("argument 'place' is '%s', which is no city or country that I know the time of; expected a large city, a country or a"
                                + " time zone, such as Tokyo, Portugal or Europe/Berlin")
                        .formatted(place));
    }

    /** "Paris, France" is Paris. */
    private static String beforeComma(String place) {
        return folded(place.replaceFirst(",.*", ""));
    }

    /** Without accents, case and punctuation at the ends: "São Paulo?" is sao paulo. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replaceAll("[\\s_]+", " ")
                .replaceAll("^[\\s?!,]+|[\\s?!,]+$", "");
    }

    private static Map<String, String> entries(String resource, String separator) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(separator, 2))
                    .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
