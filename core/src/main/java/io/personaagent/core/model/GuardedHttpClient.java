package io.personaagent.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * HTTP to a model server that may misbehave: bounded in time and size, cancelled by an interrupt, without redirects, and asked again where
 * {@link Retrying} says so. Everything happens on the caller's thread, streams too, so that an interrupt ends them at once. Thread-safe.
 */
final class GuardedHttpClient implements HttpClient {

    static final int MAX_BODY = 8 * 1024 * 1024;
    private static final int MAX_COMPLAINT = 16 * 1024;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "x-api-key", "x-goog-api-key");

    private final java.net.http.HttpClient http;
    private final ModelSettings.Timeouts timeouts;
    private final Retrying retrying;
    private final Within within;

    GuardedHttpClient(ModelSettings.Timeouts timeouts, Retrying retrying, Within within) {
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
        this.timeouts = timeouts;
        this.retrying = retrying;
        this.within = within;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Stopwatch stopwatch = Stopwatch.ofWhole(timeouts, within.left(), System::nanoTime);
        try {
            HttpResponse<BoundedBody> response = retrying.call(stopwatch, () -> open(request, stopwatch));
            try (BoundedBody body = response.body()) {
                return success(response, body.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException cancelled) {
            throw new UncheckedIOException(interrupted(cancelled));
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Stopwatch stopwatch = Stopwatch.ofStream(timeouts, within.left(), System::nanoTime);
        try {
            HttpResponse<BoundedBody> response = retrying.call(stopwatch, () -> open(request, stopwatch));
            try (BoundedBody body = response.body()) {
                if (isPlainJson(response)) {
                    throw new IOException("the server answers in one piece when it is asked to stream");
                }
                listener.onOpen(success(response, new byte[0]));
                parser.parse(body, new UntilDone(listener, body));
                listener.onClose();
            }
        } catch (IOException | HttpException broken) {
            listener.onError(broken);
        } catch (InterruptedException cancelled) {
            listener.onError(interrupted(cancelled));
        }
    }

    /** The answer with its body still to be read. */
    private HttpResponse<BoundedBody> open(HttpRequest request, Stopwatch stopwatch)
            throws IOException, InterruptedException {
        stopwatch.attempt();
        HttpResponse<BoundedBody> response = send(request, stopwatch);
        if (response.statusCode() / 100 != 2) {
            throw refusal(request, response);
        }
        return response;
    }

    private HttpResponse<BoundedBody> send(HttpRequest request, Stopwatch stopwatch)
            throws IOException, InterruptedException {
        Stopwatch.Wait wait = stopwatch.next();
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(wait.left().compareTo(SHORTEST) < 0 ? SHORTEST : wait.left())
                .method(
                        request.method().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        try {
            return http.send(builder.build(), headers -> new BoundedBody(MAX_BODY, stopwatch));
        } catch (HttpConnectTimeoutException unreachable) {
            throw new LateException(LateException.Limit.CONNECT, timeouts.connect());
        } catch (HttpTimeoutException late) {
            throw wait.late();
        }
    }

    private RefusedException refusal(HttpRequest request, HttpResponse<BoundedBody> response) throws IOException {
        try (BoundedBody body = response.body()) {
            String complaint = new String(body.readNBytes(MAX_COMPLAINT), UTF_8);
            return new RefusedException(
                    response.statusCode(),
                    withoutSecrets(request, complaint),
                    response.headers().firstValue("retry-after").orElse(""));
        }
    }

    private static IOException interrupted(InterruptedException cancelled) {
        Thread.currentThread().interrupt();
        return new IOException(cancelled);
    }

    private static String withoutSecrets(HttpRequest request, String text) {
        List<String> secrets = request.headers().entrySet().stream()
                .filter(header -> SECRET_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(header -> header.getValue().stream())
                .map(value -> value.replaceFirst("^Bearer ", ""))
                .filter(secret -> !secret.isBlank())
                .toList();
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "[key]");
        }
        return clean;
    }

    private static boolean isPlainJson(HttpResponse<?> response) {
        return response.headers()
                .firstValue("content-type")
                .map(type -> type.startsWith("application/json"))
                .orElse(false);
    }

    private static SuccessfulHttpResponse success(HttpResponse<?> response, byte[] body) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }
}
