package io.personaagent.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * HTTP to a model server that may misbehave: bounded in time and size, cancelled by an interrupt, without redirects, and asked again once
 * when it says that it is busy. Everything happens on the caller's thread, streams too, so that an interrupt ends them at once. Thread-safe.
 */
final class GuardedHttpClient implements HttpClient {

    static final int MAX_BODY = 8 * 1024 * 1024;
    private static final int MAX_COMPLAINT = 16 * 1024;
    private static final Set<String> SECRET_HEADERS = Set.of("authorization", "x-api-key", "x-goog-api-key");

    private final java.net.http.HttpClient http;
    private final Duration total;

    GuardedHttpClient(ModelSettings.Timeouts timeouts) {
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
        this.total = timeouts.total();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        long deadline = System.nanoTime() + total.toNanos();
        try {
            HttpResponse<InputStream> response = open(request, deadline);
            try (InputStream body = response.body()) {
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
        long deadline = System.nanoTime() + total.toNanos();
        try {
            HttpResponse<InputStream> response = open(request, deadline);
            try (InputStream body = response.body()) {
                if (isPlainJson(response)) {
                    throw new IOException("the server answers in one piece when it is asked to stream");
                }
                listener.onOpen(success(response, new byte[0]));
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (IOException | HttpException broken) {
            listener.onError(broken);
        } catch (InterruptedException cancelled) {
            listener.onError(interrupted(cancelled));
        }
    }

    /** The answer with its body still to be read; one that says "not now" is asked for a second time. */
    private HttpResponse<InputStream> open(HttpRequest request, long deadline)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = send(request, deadline);
        if (RetryAfter.isWorthwhile(response.statusCode())) {
            Duration pause = RetryAfter.pause(response.headers());
            if (pause.compareTo(RetryAfter.LONGEST) <= 0 && pause.compareTo(left(deadline)) < 0) {
                response.body().close();
                Thread.sleep(pause.toMillis());
                response = send(request, deadline);
            }
        }
        if (response.statusCode() / 100 != 2) {
            throw refusal(request, response);
        }
        return response;
    }

    private HttpResponse<InputStream> send(HttpRequest request, long deadline)
            throws IOException, InterruptedException {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(left(deadline))
                .method(
                        request.method().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return http.send(builder.build(), headers -> new BoundedBody(MAX_BODY, deadline));
    }

    private HttpException refusal(HttpRequest request, HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String complaint = new String(body.readNBytes(MAX_COMPLAINT), UTF_8);
            return new HttpException(response.statusCode(), withoutSecrets(request, complaint));
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

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
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
