package io.personaagent.core.model;

import io.personaagent.core.config.Suggestion;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds all that is wrong with a model's settings. Never repeats what might be a key. */
final class ModelCheck {

    private final String table;
    private final ModelSettings settings;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    /** @param table the settings' table, such as {@code model} */
    ModelCheck(String table, ModelSettings settings, Map<String, String> environment) {
        this.table = table;
        this.settings = settings;
        this.environment = environment;
    }

    List<String> problems() {
        Optional<Provider> provider = Provider.named(settings.provider());
        if (provider.isEmpty()) {
            problems.add(unknownProvider());
        }
        if (settings.name().isEmpty()) {
            problems.add("%s.name is missing; name the model as its server knows it".formatted(table));
        }
        provider.ifPresent(
                found -> problems.addAll(new ServerCheck(table, found, settings.server(), environment).problems()));
        checkGeneration(settings.generation());
        checkTimeouts(settings.timeouts());
        return List.copyOf(problems);
    }

    private String unknownProvider() {
        List<String> words =
                Arrays.stream(Provider.values()).map(Provider::word).sorted().toList();
        String suggestion = Suggestion.closest(settings.provider(), words)
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
        if (settings.provider().isEmpty()) {
            return "%s.provider is missing; expected one of %s".formatted(table, String.join(", ", words));
        }
        return "%s.provider is '%s'; expected one of %s%s"
                .formatted(table, settings.provider(), String.join(", ", words), suggestion);
    }

    private void checkGeneration(Generation generation) {
        Double temperature = generation.temperature();
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            problems.add("%s.temperature is %s; expected a number from 0 to 2".formatted(table, temperature));
        }
        if (generation.maxOutputTokens() < 1) {
            problems.add(
                    "%s.max_output_tokens is %d; expected at least 1".formatted(table, generation.maxOutputTokens()));
        }
    }

    private void checkTimeouts(Timeouts timeouts) {
        if (timeouts.connect().compareTo(Duration.ZERO) <= 0) {
            problems.add(
                    "the time to connect to the model is %s; expected more than nothing".formatted(timeouts.connect()));
        }
        if (timeouts.total().compareTo(timeouts.connect()) < 0) {
            problems.add("%s.timeout_seconds allows %s; expected at least the time to connect, which is %s"
                    .formatted(table, timeouts.total(), timeouts.connect()));
        }
    }
}
