package io.personaagent.plugins.web;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which hosts may be asked, and how.
 *
 * @param allow hosts, with what is below them; empty for all
 * @param deny hosts that are never asked; stronger than {@code allow}
 * @param robots whether a site's robots.txt is kept to
 * @param loopback whether this machine itself may be asked, for tests
 */
record WebSettings(List<String> allow, List<String> deny, boolean robots, boolean loopback) {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final AddressRule PUBLIC = new PublicAddresses();

    /** @throws IllegalArgumentException when a setting is unknown or unusable */
    static WebSettings of(ToolSettings settings) {
        settings.onlyKnowing("allow", "deny", "robots", "allow_loopback");
        return new WebSettings(
                hosts(settings, "allow"),
                hosts(settings, "deny"),
                flag(settings, "robots", true),
                flag(settings, "allow_loopback", false));
    }

    /** Why this host may not be asked; empty when it may. */
    Optional<String> problem(String host) {
        String name = host.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
        if (deny.stream().anyMatch(denied -> isBelow(name, denied))) {
            return Optional.of("'%s' is denied by the setting deny of [plugins.web]".formatted(name));
        }
        return allow.isEmpty() || allow.stream().anyMatch(allowed -> isBelow(name, allowed))
                ? Optional.empty()
                : Optional.of("'%s' is not among the hosts of the setting allow of [plugins.web]: %s"
                        .formatted(name, String.join(", ", allow)));
    }

    AddressRule addresses() {
        return loopback ? address -> isThisMachine(address) ? Optional.empty() : PUBLIC.problem(address) : PUBLIC;
    }

    /**
     * An address can carry whatever a page talked a model into, to whoever owns the host. So asking any host is an effect outside; asking
     * hosts that the person named is looking something up.
     */
    ToolSpec spec(ToolSpecification function, String... examples) {
        ToolSpec spec = ToolSpec.of(function, allow.isEmpty() ? Effect.EXTERNAL : Effect.READ, examples);
        List<String> hosts = allow.isEmpty() ? List.of("*") : allow;
        return spec.needing(hosts.stream()
                .map(host -> new Permission(Permission.Kind.NETWORK, host))
                .toArray(Permission[]::new));
    }

    private static boolean isThisMachine(InetAddress address) {
        return address.isLoopbackAddress();
    }

    private static boolean isBelow(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static List<String> hosts(ToolSettings settings, String name) {
        return settings.find(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .peek(host -> {
                    if (!HOST.matcher(host).matches()) {
                        throw new IllegalArgumentException(
                                "%s has '%s'; expected names of hosts with commas between, such as example.org, docs.example.com"
                                        .formatted(name, host));
                    }
                })
                .distinct()
                .toList();
    }

    private static boolean flag(ToolSettings settings, String name, boolean usual) {
        String text = settings.find(name).orElse(Boolean.toString(usual));
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("%s is '%s'; expected true or false".formatted(name, text));
        }
        return text.equals("true");
    }
}
