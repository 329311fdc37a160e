package io.personaagent.plugins.web;

import io.personaagent.tools.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks one server once: no redirect is followed, nothing is tried again, no cookie is kept. Each question has a connection of its own, which
 * is cut at the end; nothing of one person is there for the next.
 */
final class Wire {

    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);

    private final CheckedDns dns;

    Wire(CheckedDns dns) {
        this.dns = dns;
    }

    /**
     * Gets the answer.
     *
     * @param most bytes of the body, unpacked; the rest is never read
     */
    Answer get(Target target, Map<String, String> headers, int most, Deadline deadline) throws WebException {
        Duration left = Patience.left(deadline);
        if (left.isZero()) {
            throw late(target);
        }
        HttpGet get = new HttpGet(target.uri());
        headers.forEach(get::setHeader);
        CloseableHttpClient client = client(left);
        Patience patience = new Patience(left, () -> {
            get.abort();
            client.close(CloseMode.IMMEDIATE);
        });
        try {
            return answer(target, client.executeOpen(null, get, null), most);
        } catch (IOException | IllegalStateException failed) {
            throw patience.ended() ? late(target) : reason(target, failed);
        } finally {
            patience.over();
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private CloseableHttpClient client(Duration left) {
        Timeout patience = Timeout.of(left);
        Duration connecting = left.compareTo(LONGEST_CONNECTING) < 0 ? left : LONGEST_CONNECTING;
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dns)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(200)
                                        .setMaxLineLength(16_384)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(connecting))
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static Answer answer(Target target, ClassicHttpResponse response, int most) throws IOException {
        byte[] body = body(response.getEntity(), most);
        boolean cut = body.length > most;
        return new Answer(
                target,
                response.getCode(),
                header(response, "Content-Type"),
                header(response, "Location"),
                cut ? Arrays.copyOf(body, most) : body,
                cut);
    }

    /** One byte more than wanted shows that there is more. The stream is not closed: closing would read the rest of it. */
    @SuppressWarnings("MustBeClosedChecker")
    private static byte[] body(HttpEntity entity, int most) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        return content == null ? new byte[0] : content.readNBytes(most + 1);
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static WebException reason(Target target, Exception failed) {
        if (failed instanceof CheckedDns.Forbidden forbidden) {
            return WebException.caller(
                    "%s; expected the address of a page on the internet".formatted(forbidden.getMessage()));
        }
        if (failed instanceof InterruptedIOException || failed instanceof IllegalStateException) {
            return late(target);
        }
        if (failed instanceof UnknownHostException) {
            return WebException.caller("there is no host '%s'; check the address".formatted(target.host()));
        }
        if (failed instanceof SSLException) {
            return WebException.world("'%s' does not prove that it is who it says (TLS: %s)"
                    .formatted(target.host(), Clean.line(String.valueOf(failed.getMessage()), 120)));
        }
        return WebException.world(
                "'%s' cannot be reached, or broke off; check the address and the network".formatted(target.host()));
    }

    private static WebException late(Target target) {
        return WebException.world("'%s' did not answer in time; try again later".formatted(target.host()));
    }
}
