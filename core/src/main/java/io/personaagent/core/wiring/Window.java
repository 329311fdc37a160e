package io.personaagent.core.wiring;

import io.personaagent.core.config.Settings;
import io.personaagent.core.plan.Telling;
import java.util.LinkedHashSet;
import java.util.Set;

/** How much the model that answers can be told; where others may stand in for it, as much as each of them can take. */
final class Window {

    private static final String UNNAMED = "model";

    private Window() {}

    static Telling of(Settings settings) {
        int room = tables(settings).stream()
                .mapToInt(table ->
                        settings.count(table + ".context_tokens") - settings.count(table + ".max_output_tokens"))
                .min()
                .orElse(Telling.USUAL.context());
        return new Telling(settings.count("persona.prompt_bytes"), Math.max(1, room));
    }

    /** The tables that configure the one that plans and those that stand in for it. */
    private static Set<String> tables(Settings settings) {
        Set<String> tables = new LinkedHashSet<>();
        String next = planning(settings);
        while (!next.isEmpty() && tables.add(table(next))) {
            next = settings.find(table(next) + ".fallback").orElse("");
        }
        return tables;
    }

    private static String planning(Settings settings) {
        return settings.find("plan.model")
                .orElseGet(() -> settings.find("model.provider").isPresent()
                        ? UNNAMED
                        : settings.table("models").keySet().stream()
                                .map(key -> key.substring(0, key.indexOf('.')))
                                .min(String::compareTo)
                                .orElse(UNNAMED));
    }

    private static String table(String name) {
        return name.equals(UNNAMED) ? UNNAMED : "models." + name;
    }
}
