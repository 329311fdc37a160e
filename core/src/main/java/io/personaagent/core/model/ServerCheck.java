package io.personaagent.core.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds all that is wrong with where a server is and with its key. Never repeats what might be a key. */
final class ServerCheck {

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "::1");

    private final String table;
    private final Provider provider;
    private final ModelSettings.Server server;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    /** @param table the settings' table, such as {@code model} */
    ServerCheck(String table, Provider provider, ModelSettings.Server server, Map<String, String> environment) {
        this.table = table;
        this.provider = provider;
        this.server = server;
        this.environment = environment;
    }

    List<String> problems() {
        String address = server.baseUrl();
        if (address.isEmpty() && provider.usualAddress().isEmpty()) {
            problems.add("%s.base_url is missing; provider %s needs it, for instance http://localhost:11434/v1"
                    .formatted(table, provider.word()));
        } else if (!address.isEmpty()) {
            checkAddress(address);
        }
        checkKey(address);
        return List.copyOf(problems);
    }

    private void checkAddress(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getUserInfo() != null) {
                problems.add("%s.base_url holds a user name or password; use %s.api_key_env instead"
                        .formatted(table, table));
            } else if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
                problems.add("%s.base_url is '%s'; expected an address such as http://localhost:11434/v1"
                        .formatted(table, address));
            }
        } catch (URISyntaxException notAnAddress) {
            problems.add(
                    "%s.base_url is not an address; expected one such as http://localhost:11434/v1".formatted(table));
        }
    }

    private void checkKey(String address) {
        String variable = server.apiKeyEnv();
        if (provider.usualKeyVariable().isEmpty()
                || isLoopback(address)
                || !environment.getOrDefault(variable, "").isBlank()) {
            return;
        }
        if (variable.isEmpty()) {
            problems.add(
                    "%s.api_key_env is missing; provider %s needs a key: put it into an environment variable and name that variable here, for instance %s"
                            .formatted(table, provider.word(), provider.usualKeyVariable()));
        } else if (VARIABLE.matcher(variable).matches()) {
            problems.add("%s.api_key_env is '%s', but there is no such environment variable; set it to your key"
                    .formatted(table, variable));
        } else {
            problems.add(
                    "%s.api_key_env is not the name of an environment variable that is set; put the key into a variable and name that variable here, for instance %s"
                            .formatted(table, provider.usualKeyVariable()));
        }
    }

    /** Whether the address is this machine; a server there usually wants no key. */
    private static boolean isLoopback(String address) {
        try {
            String host = new URI(address).getHost();
            return host != null && (LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.startsWith("127."));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
