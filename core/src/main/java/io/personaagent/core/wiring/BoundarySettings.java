package io.personaagent.core.wiring;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Settings;
import io.personaagent.memory.boundary.Extent;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.spi.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table {@code [boundary]} of the configuration. */
final class BoundarySettings {

    private BoundarySettings() {}

    static Policy policy(Settings settings) {
        List<String> problems = new ArrayList<>();
        Map<Purpose, Extent> extents = new EnumMap<>(Purpose.class);
        for (Purpose purpose : List.of(Purpose.LOCAL, Purpose.MODEL, Purpose.TOOL, Purpose.OUTSIDE)) {
            String key = "boundary." + purpose.name().toLowerCase(Locale.ROOT);
            String value = settings.text(key);
            extent(value)
                    .ifPresentOrElse(
                            extent -> extents.put(purpose, extent),
                            () -> problems.add("%s is '%s'; expected ordinary, topic or all".formatted(key, value)));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException("settings", problems);
        }
        return new Policy(extents);
    }

    private static Optional<Extent> extent(String value) {
        return Arrays.stream(Extent.values())
                .filter(extent -> extent.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }
}
