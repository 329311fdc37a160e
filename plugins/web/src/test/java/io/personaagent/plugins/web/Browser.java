package io.personaagent.plugins.web;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Calls the tools with made-up name servers: 127.0.0.1 stands for the public internet, every other address is judged as usual. */
final class Browser {

    private final Map<String, List<String>> names;
    private final Map<String, String> settings;
    private final List<String> lookups = new CopyOnWriteArrayList<>();

    /** @param names the addresses of each host, one answer after the other; several of one answer with commas between */
    Browser(Map<String, List<String>> names, Map<String, String> settings) {
        this.names = names;
        this.settings = settings;
    }

    static Browser knowing(String... hosts) {
        return new Browser(
                List.of(hosts).stream().collect(Collectors.toMap(host -> host, host -> List.of("127.0.0.1"))),
                Map.of());
    }

    Browser with(String setting, String value) {
        return new Browser(names, Map.of(setting, value));
    }

    String read(String url) {
        return call("read_web_page", Map.of("url", url), TestToolContext.of("ada"));
    }

    String call(String name, Map<String, ?> arguments, ToolContext context) {
        AddressRule usual = new PublicAddresses();
        AddressRule rule =
                address -> address.getHostAddress().equals("127.0.0.1") ? Optional.empty() : usual.problem(address);
        try {
            return WebProvider.tools(WebSettings.of(new ToolSettings(settings)), this::lookUp, rule).stream()
                    .filter(tool -> tool.spec().name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .call(Arguments.of(arguments), context)
                    .fold(ToolResult.Done::text, failed -> failed.fault() + " " + failed.message());
        } catch (BadArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    /** The hosts that were looked up, in their order. */
    List<String> lookups() {
        return List.copyOf(lookups);
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        List<String> answers = names.get(host);
        if (answers == null) {
            throw new UnknownHostException(host);
        }
        long before = lookups.stream().filter(host::equals).count();
        lookups.add(host);
        String[] addresses =
                answers.get((int) Math.min(before, answers.size() - 1L)).split(",", -1);
        InetAddress[] found = new InetAddress[addresses.length];
        for (int each = 0; each < addresses.length; each++) {
            found[each] = InetAddress.getByName(addresses[each]);
        }
        return found;
    }
}
