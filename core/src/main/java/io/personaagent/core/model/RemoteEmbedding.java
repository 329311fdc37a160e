package io.personaagent.core.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.personaagent.memory.spi.EmbedderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An embedding model on a server that may fail: asked in batches, believed only when its answer fits, and left alone for a while after a
 * failure, so that not everything that a person does waits for it. Thread-safe if the model is.
 */
final class RemoteEmbedding implements EmbeddingModel {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** What servers answer where a text is longer than their model reads. */
    private static final Set<Integer> MAY_BE_TOO_LONG = Set.of(400, 413, 422);

    private static final int SHORT_ENOUGH = 200;

    private final EmbeddingModel model;
    private final Endpoint endpoint;
    private final EmbedderSettings.Limits limits;
    private final Clock clock;
    private volatile int dimension;
    private volatile String failure = "";
    private volatile Instant pausedUntil = Instant.MIN;

    RemoteEmbedding(EmbeddingModel model, Endpoint endpoint, EmbedderSettings.Limits limits, Clock clock) {
        this.model = model;
        this.endpoint = endpoint;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        if (clock.instant().isBefore(pausedUntil)) {
            throw new EmbedderException(failure);
        }
        List<Embedding> made = new ArrayList<>();
        try {
            for (int from = 0; from < segments.size(); from += limits.batch()) {
                made.addAll(embedded(segments.subList(from, Math.min(segments.size(), from + limits.batch()))));
            }
            check(made, segments.size());
            return Response.from(made);
        } catch (RuntimeException broken) {
            throw told(broken);
        }
    }

    /** How many numbers its vectors have; asks for one where that is not known yet. */
    @Override
    public int dimension() {
        return dimension > 0
                ? dimension
                : embedAll(List.of(TextSegment.from("dimension")))
                        .content()
                        .get(0)
                        .dimension();
    }

    /** Where the server does not like a text, it may be too long for it: then its beginning has to do. */
    private List<Embedding> embedded(List<TextSegment> batch) {
        try {
            return model.embedAll(batch).content();
        } catch (RuntimeException failed) {
            boolean tooLong = Failures.find(failed, HttpException.class)
                    .map(refusal -> MAY_BE_TOO_LONG.contains(refusal.statusCode()))
                    .orElse(false);
            String text = batch.get(0).text();
            if (!tooLong || (batch.size() == 1 && text.length() <= SHORT_ENOUGH)) {
                throw failed;
            }
            return batch.size() == 1 ? embedded(List.of(firstHalf(text))) : oneByOne(batch);
        }
    }

    private List<Embedding> oneByOne(List<TextSegment> batch) {
        List<Embedding> made = new ArrayList<>();
        batch.forEach(segment -> made.addAll(embedded(List.of(segment))));
        return made;
    }

    private static TextSegment firstHalf(String text) {
        return TextSegment.from(
                text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2)));
    }

    private void check(List<Embedding> made, int texts) {
        if (made.size() != texts) {
            throw new EmbedderException("%s answered %d vectors for %d texts; check embedder.name and embedder.base_url"
                    .formatted(server(), made.size(), texts));
        }
        for (Embedding each : made) {
            if (each.dimension() == 0 || each.dimension() != made.get(0).dimension() || !isFinite(each.vector())) {
                throw new EmbedderException(
                        "%s answered something that is no vector; check embedder.name and embedder.base_url"
                                .formatted(server()));
            }
        }
        dimension = made.get(0).dimension();
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private EmbedderException told(RuntimeException broken) {
        if (Failures.isInterrupt(broken)) {
            Thread.currentThread().interrupt();
            return new EmbedderException("interrupted while %s was asked".formatted(server()), broken);
        }
        EmbedderException told = broken instanceof EmbedderException already
                ? already
                : new EmbedderException(explained(broken), broken);
        failure = String.valueOf(told.getMessage());
        pausedUntil = clock.instant().plus(PAUSE);
        return told;
    }

    private String explained(RuntimeException broken) {
        return Failures.find(broken, HttpException.class).map(this::refused).orElseGet(() -> unanswered(broken));
    }

    private String refused(HttpException refusal) {
        int status = refusal.statusCode();
        return server()
                + switch (status) {
                    case 401, 403 ->
                        endpoint.keyVariable().isEmpty()
                                ? " wants a key (%d); put it into an environment variable and name that variable in embedder.api_key_env"
                                        .formatted(status)
                                : " does not accept the key (%d); check the environment variable %s"
                                        .formatted(status, endpoint.keyVariable());
                    case 404 ->
                        " does not know the model '%s', or makes no embeddings (404); check embedder.name and embedder.base_url"
                                .formatted(endpoint.model());
                    case 429 -> " has had too many requests (429); wait a little, or look at your quota there";
                    default ->
                        " %s (%d)%s; %s"
                                .formatted(
                                        status >= 500 ? "failed" : "did not accept the request",
                                        status,
                                        Failures.excerpt(String.valueOf(refusal.getMessage())),
                                        status >= 500 ? "try again later" : "check the settings under embedder");
                };
    }

    private String unanswered(RuntimeException broken) {
        if (Failures.isUnreachable(broken)) {
            return server() + " cannot be reached; start it, or check embedder.base_url and the network";
        }
        if (Failures.isLate(broken)) {
            return "%s did not answer within %s; try again, or raise embedder.timeout_seconds"
                    .formatted(server(), Failures.spoken(limits.timeouts().total()));
        }
        return server() + " gave no answer that can be read; check memory.embedder and embedder.base_url";
    }

    private String server() {
        return "the embedding server at " + endpoint.address();
    }
}
