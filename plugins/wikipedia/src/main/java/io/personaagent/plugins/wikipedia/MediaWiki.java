package io.personaagent.plugins.wikipedia;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.personaagent.tools.Deadline;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a MediaWiki's API and gives its answer, or says why there is none. Connects when it is first asked, not before. */
final class MediaWiki {

    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Site site;

    MediaWiki(Site site) {
        this.site = site;
    }

    /** The {@code query} part of the answer; an empty object when there is nothing in it. */
    JsonObject ask(Map<String, String> parameters, Deadline deadline) throws WikiException {
        HttpResponse<byte[]> response = send(site.question(parameters), deadline);
        if (response.statusCode() != 200) {
            throw new WikiException(told(response.statusCode()));
        }
        JsonObject answer = read(new String(response.body(), StandardCharsets.UTF_8));
        JsonElement error = answer.get("error");
        if (error != null) {
            throw new WikiException("wikipedia at %s answered an error: %s".formatted(site.base(), info(error)));
        }
        JsonElement query = answer.get("query");
        return query != null && query.isJsonObject() ? query.getAsJsonObject() : new JsonObject();
    }

    private HttpResponse<byte[]> send(URI question, Deadline deadline) throws WikiException {
        Duration left = deadline.left().compareTo(LONGEST_WAIT) < 0 ? deadline.left() : LONGEST_WAIT;
        if (left.isZero()) {
            throw late();
        }
        HttpRequest request = HttpRequest.newBuilder(question)
                .timeout(left)
                .header("Accept", "application/json")
                .header("User-Agent", "PersonaAgent (wikipedia plugin)")
                .build();
        CompletableFuture<HttpResponse<byte[]>> pending =
                Connection.CLIENT.sendAsync(request, head -> new CappedBody(LARGEST_ANSWER));
        try {
            return pending.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw late();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new WikiException("the question to wikipedia was cancelled");
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    private WikiException reason(@Nullable Throwable cause) {
        if (cause instanceof CappedBody.TooLarge) {
            return new WikiException(
                    "wikipedia at %s answered more than 1 MiB; ask for something narrower".formatted(site.base()));
        }
        return cause instanceof HttpTimeoutException ? late() : unreachable();
    }

    private WikiException unreachable() {
        return new WikiException(
                "wikipedia cannot be reached at %s; check the network or the setting base_url of [plugins.wikipedia]"
                        .formatted(site.base()));
    }

    private WikiException late() {
        return new WikiException(
                "wikipedia at %s did not answer in time; try again, or check the network".formatted(site.base()));
    }

    private String told(int status) {
        String advice = status == 429 || status >= 500
                ? "try again later"
                : "check that the setting base_url of [plugins.wikipedia] is the address of a MediaWiki";
        return "wikipedia at %s answered with status %d; %s".formatted(site.base(), status, advice);
    }

    private JsonObject read(String body) throws WikiException {
        try {
            JsonReader strict = new JsonReader(new StringReader(body));
            strict.setStrictness(Strictness.STRICT);
            JsonElement answer = JsonParser.parseReader(strict);
            if (answer.isJsonObject()) {
                return answer.getAsJsonObject();
            }
        } catch (JsonParseException notJson) {
            // Told below, like all that is not the API.
        }
        throw new WikiException(
                "what answers at %s is not the API of a MediaWiki; check the setting base_url of [plugins.wikipedia]"
                        .formatted(site.base()));
    }

    private static String info(JsonElement error) {
        String info = error.isJsonObject() ? Articles.text(error.getAsJsonObject(), "info") : "";
        return info.isEmpty()
                ? error.toString().substring(0, Math.min(200, error.toString().length()))
                : info;
    }

    /** Made with the first question. Redirects are not followed: they could lead to a host that the tool has no permission for. */
    private static final class Connection {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
