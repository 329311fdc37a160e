package io.personaagent.core.model;

import io.personaagent.core.config.Suggestion;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds all that is wrong with a model's settings. Never repeats what might be a key. */
final class ModelCheck {

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "::1");

    private final ModelSettings settings;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    ModelCheck(ModelSettings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    List<String> problems() {
        Optional<Provider> provider = Provider.named(settings.provider());
        if (provider.isEmpty()) {
            problems.add(unknownProvider());
        }
        if (settings.name().isEmpty()) {
            problems.add("model.name is missing; name the model as its server knows it");
        }
        provider.ifPresent(this::checkServer);
        checkGeneration(settings.generation());
        checkTimeouts(settings.timeouts());
        return List.copyOf(problems);
    }

    /** Whether the address is this machine; a server there usually wants no key. */
    static boolean isLoopback(String address) {
        try {
            String host = new URI(address).getHost();
            return host != null && (LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.startsWith("127."));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private String unknownProvider() {
        List<String> words =
                Arrays.stream(Provider.values()).map(Provider::word).sorted().toList();
        String suggestion = Suggestion.closest(settings.provider(), words)
                .map("; did you mean '%s'?"::formatted)
                .orElse("");
        return "model.provider is '%s'; expected one of %s%s"
                .formatted(settings.provider(), String.join(", ", words), suggestion);
    }

    private void checkServer(Provider provider) {
        String address = settings.server().baseUrl();
        if (address.isEmpty() && provider.usualAddress().isEmpty()) {
            problems.add("model.base_url is missing; provider %s needs it, for instance http://localhost:11434/v1"
                    .formatted(provider.word()));
        } else if (!address.isEmpty()) {
            checkAddress(address);
        }
        checkKey(provider, address);
    }

    private void checkAddress(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getUserInfo() != null) {
                problems.add("model.base_url holds a user name or password; use model.api_key_env instead");
            } else if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
                problems.add("model.base_url is '%s'; expected an address such as http://localhost:11434/v1"
                        .formatted(address));
            }
        } catch (URISyntaxException notAnAddress) {
            problems.add("model.base_url is not an address; expected one such as http://localhost:11434/v1");
        }
    }

    private void checkKey(Provider provider, String address) {
        String variable = settings.server().apiKeyEnv();
        if (provider.usualKeyVariable().isEmpty()
                || isLoopback(address)
                || !environment.getOrDefault(variable, "").isBlank()) {
            return;
        }
        if (variable.isEmpty()) {
            problems.add(
                    "model.api_key_env is missing; provider %s needs a key: put it into an environment variable and name that variable here, for instance %s"
                            .formatted(provider.word(), provider.usualKeyVariable()));
        } else if (VARIABLE.matcher(variable).matches()) {
            problems.add("model.api_key_env is '%s', but there is no such environment variable; set it to your key"
                    .formatted(variable));
        } else {
            problems.add(
                    "model.api_key_env is not the name of an environment variable that is set; put the key into a variable and name that variable here, for instance %s"
                            .formatted(provider.usualKeyVariable()));
        }
    }

    private void checkGeneration(Generation generation) {
        Double temperature = generation.temperature();
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            problems.add("model.temperature is %s; expected a number from 0 to 2".formatted(temperature));
        }
        if (generation.maxOutputTokens() < 1) {
            problems.add("model.max_output_tokens is %d; expected at least 1".formatted(generation.maxOutputTokens()));
        }
    }

    private void checkTimeouts(Timeouts timeouts) {
        if (timeouts.connect().compareTo(Duration.ZERO) <= 0) {
            problems.add(
                    "the time to connect to the model is %s; expected more than nothing".formatted(timeouts.connect()));
        }
        if (timeouts.total().compareTo(timeouts.connect()) < 0) {
            problems.add("model.timeout_seconds allows %s; expected at least the time to connect, which is %s"
                    .formatted(timeouts.total(), timeouts.connect()));
        }
    }
}
