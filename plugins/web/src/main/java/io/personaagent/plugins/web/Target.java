package io.personaagent.plugins.web;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a page: http or https, a host, and nothing that hides where it leads. */
record Target(URI uri) {

    private static final int LONGEST = 4_000;
    private static final String EXPECTED = "expected the address of a web page, such as https://example.org/news";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("[^/?#\\[\\]:]+:\\d{1,5}([/?#].*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("^(https?://)([^/?#]*)(.*)$", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** @throws BadArgumentException when it is none */
    static Target of(Arguments arguments, String name) {
        String text = arguments.text(name).strip();
        String whole = text.startsWith("//") ? "https:" + text : hasScheme(text) ? text : "https://" + text;
        String problem = text.length() > LONGEST ? "it has %d characters".formatted(text.length()) : "";
        if (problem.isEmpty()) {
            try {
                return read(whole);
            } catch (WebException unusable) {
                problem = String.valueOf(unusable.getMessage());
            }
        }
        throw new BadArgumentException(
                "argument '%s' is '%s'; %s; %s".formatted(name, Clean.line(text, 100), problem, EXPECTED));
    }

    /** Where a page sends on to. */
    Target redirected(String location) throws WebException {
        try {
            Target next = read(uri.resolve(encoded(location.strip())).toString());
            if (isSecure() && !next.isSecure()) {
                throw WebException.caller("it leads from https to http");
            }
            return next;
        } catch (IllegalArgumentException noAddress) {
            throw WebException.caller("it is no address");
        }
    }

    /** Where the site says what programs may read. */
    Target robots() throws WebException {
        return read("%s://%s/robots.txt".formatted(uri.getScheme(), uri.getRawAuthority()));
    }

    String host() {
        return uri.getHost();
    }

    boolean isSecure() {
        return uri.getScheme().equals("https");
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static boolean hasScheme(String text) {
        return SCHEME.matcher(text).matches() && !PORT.matcher(text).matches();
    }

    private static Target read(String text) throws WebException {
        try {
            URI uri = new URI(encoded(ascii(text))).normalize();
            String problem = problem(uri).orElse("");
            if (!problem.isEmpty()) {
                throw WebException.caller(problem);
            }
            return new Target(withoutFragment(uri));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw WebException.caller("it is no address");
        }
    }

    private static Optional<String> problem(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("only http and https are read, not %s".formatted(Clean.line(scheme, 20)));
        }
        if (uri.getHost() == null) {
            return Optional.of("it names no host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("it carries a user name, which addresses of web pages do not");
        }
        boolean usual = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443;
        return usual || (uri.getPort() >= 1024 && uri.getPort() <= 65_535)
                ? Optional.empty()
                : Optional.of("no web pages are read from port %d".formatted(uri.getPort()));
    }

    /** A name in another script, as name servers know it. */
    private static String ascii(String text) {
        return AUTHORITY
                .matcher(text)
                .replaceFirst(match -> Matcher.quoteReplacement(
                        match.group(1).toLowerCase(Locale.ROOT) + host(match.group(2)) + match.group(3)));
    }

    private static String host(String authority) {
        return authority.codePoints().allMatch(point -> point < 128) ? authority : IDN.toASCII(authority);
    }

    /** What people leave in addresses, as addresses write it. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            if (letter <= ' ' || letter >= 127 || "\"<>\\^`{|}".indexOf(letter) >= 0) {
                encoded.append("%%%02X".formatted((int) letter));
            } else {
                encoded.append(letter);
            }
        }
        return encoded.toString();
    }

    private static URI withoutFragment(URI uri) throws URISyntaxException {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : new URI(text.substring(0, fragment));
    }
}
