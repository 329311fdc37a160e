package io.personaagent.plugins.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses that are connected to. The connection goes to what was checked here and nowhere else: nobody asks a name server
 * again in between, so a name that answers differently the second time gains nothing.
 */
final class CheckedDns implements DnsResolver {

    private final Resolver resolver;
    private final AddressRule rule;

    CheckedDns(Resolver resolver, AddressRule rule) {
        this.resolver = resolver;
        this.rule = rule;
    }

    /** One of the addresses may not be connected to. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Forbidden(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolver.resolve(bare(host));
        for (InetAddress address : found) {
            String problem = rule.problem(address).orElse("");
            if (!problem.isEmpty()) {
                throw new Forbidden("'%s' is %s, which is no public address (%s)"
                        .formatted(host, address.getHostAddress(), problem));
            }
        }
        return Arrays.copyOf(found, found.length);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
