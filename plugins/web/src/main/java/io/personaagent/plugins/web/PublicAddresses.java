package io.personaagent.plugins.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Addresses of the public internet, and no others.
 *
 * <p>The special ones are those of IANA's registries for IPv4 and IPv6. Of IPv6 only 2000::/3 is given out at all; what embeds another
 * address (mapped, NAT64, 6to4, Teredo) is refused whole, since it leads to wherever that one does.
 */
final class PublicAddresses implements AddressRule {

    private static final Network GIVEN_OUT = new Network("2000::/3", "");
    private static final List<Network> SPECIAL = List.of(
            new Network("0.0.0.0/8", "this network"),
            new Network("10.0.0.0/8", "a private network"),
            new Network("100.64.0.0/10", "a provider's shared network"),
            new Network("127.0.0.0/8", "this machine"),
            new Network("169.254.0.0/16", "link-local, where clouds keep their metadata"),
            new Network("172.16.0.0/12", "a private network"),
            new Network("192.0.0.0/24", "reserved for protocols"),
            new Network("192.0.2.0/24", "for documentation"),
            new Network("192.31.196.0/24", "reserved for AS112"),
            new Network("192.52.193.0/24", "reserved for AMT"),
            new Network("192.88.99.0/24", "a 6to4 relay"),
            new Network("192.168.0.0/16", "a private network"),
            new Network("192.175.48.0/24", "reserved for AS112"),
            new Network("198.18.0.0/15", "for benchmarks"),
            new Network("198.51.100.0/24", "for documentation"),
            new Network("203.0.113.0/24", "for documentation"),
            new Network("224.0.0.0/4", "multicast"),
            new Network("240.0.0.0/4", "reserved"),
            new Network("168.63.129.16/32", "a cloud's own service"),
            new Network("2001::/23", "reserved for protocols, Teredo among them"),
            new Network("2001:db8::/32", "for documentation"),
            new Network("2002::/16", "6to4, which embeds another address"),
            new Network("2620:4f:8000::/48", "reserved for AS112"),
            new Network("3fff::/20", "for documentation"));

    @Override
    public Optional<String> problem(InetAddress address) {
        if (address instanceof Inet6Address && !GIVEN_OUT.holds(address)) {
            return Optional.of("not given out to anybody, or local");
        }
        return SPECIAL.stream()
                .filter(network -> network.holds(address))
                .map(Network::what)
                .findFirst()
                .or(() -> isOurs(address) ? Optional.of("this machine") : Optional.empty());
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** Addresses that begin with the same bits. */
    private record Network(InetAddress prefix, int bits, String what) {

        Network(String range, String what) {
            this(address(range.substring(0, range.indexOf('/'))), bits(range), what);
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            byte[] first = prefix.getAddress();
            if (bytes.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static int bits(String range) {
            return Integer.parseInt(range.substring(range.indexOf('/') + 1));
        }

        /** Of a literal address, for which no name server is asked. */
        private static InetAddress address(String literal) {
            try {
                return InetAddress.getByName(literal);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
