package io.personaagent.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.embed.FirstPart;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.spi.Embedder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A server's model is wanted. Making it connects to nothing. Thread-safe.
 *
 * <p>Its embedding space is called {@code PROVIDER/MODEL/DIMENSION}, followed by a mark of what is put before each passage, if anything
 * is. The dimension is asked for where the settings do not say it.
 */
public final class RemoteEmbedders implements Embedders {

    /** Servers on this machine want no key, but the client library does. */
    private static final String NO_KEY = "none";

    private final EmbedderSettings settings;
    private final Function<OnnxModel, Embedder> local;
    private final Pauses pauses;
    private final Provider provider;
    private final RemoteEmbedding remote;
    private final EmbeddingModel model;
    private final Embedder wanted;

    /**
     * @param environment the environment variables, of which only the one with the key is read
     * @param local what embeds with a model inside the process, for vectors of the time before
     * @param pauses before the server is asked again
     * @throws ModelException naming every problem when the settings cannot work
     */
    public RemoteEmbedders(
            EmbedderSettings settings,
            Map<String, String> environment,
            Function<OnnxModel, Embedder> local,
            Pauses pauses) {
        List<String> problems = settings.problems(environment);
        if (!problems.isEmpty()) {
            throw new ModelException(String.join("\n", problems));
        }
        this.settings = settings;
        this.local = requireNonNull(local, "local");
        this.pauses = requireNonNull(pauses, "pauses");
        this.provider = settings.provider().orElseThrow();
        Endpoint endpoint = new Endpoint(
                settings.model().name(), address(), settings.server().apiKeyEnv());
        this.remote = new RemoteEmbedding(client(environment), endpoint, settings.limits(), pauses.clock());
        this.model = new FirstPart(remote);
        this.wanted = Embedder.learning(
                () -> space(remote.dimension()), () -> model, settings.model().instructions());
    }

    @Override
    public Embedder wanted() {
        return wanted;
    }

    @Override
    public String name() {
        return settings.model().dimensions() > 0
                ? space(settings.model().dimensions())
                : provider.word() + "/" + settings.model().name() + mark();
    }

    @Override
    public boolean isWanted(String space) {
        Matcher named = spaces().matcher(space);
        int asked = settings.model().dimensions();
        return space.equals(name()) || (named.matches() && (asked == 0 || asked == Integer.parseInt(named.group(1))));
    }

    @Override
    public Embedder of(String space) {
        Matcher named = spaces().matcher(space);
        if (!isWanted(space) || !named.matches()) {
            return LocalEmbedders.unlessMissing(space, local);
        }
        EmbeddingModel expecting = new ExpectedDimension(model, Integer.parseInt(named.group(1)), address());
        return new Embedder(space, () -> expecting, settings.model().instructions());
    }

    private Pattern spaces() {
        return Pattern.compile(
                Pattern.quote(provider.word() + "/" + settings.model().name() + "/")
                        + "([1-9][0-9]{0,5})"
                        + Pattern.quote(mark()));
    }

    private String space(int dimension) {
        return provider.word() + "/" + settings.model().name() + "/" + dimension + mark();
    }

    /** Another instruction before passages makes other vectors; one before queries does not. */
    private String mark() {
        String passage = settings.model().instructions().passage();
        if (passage.isEmpty()) {
            return "";
        }
        CRC32 sum = new CRC32();
        sum.update(passage.getBytes(UTF_8));
        return "/%08x".formatted(sum.getValue());
    }

    private String address() {
        String configured = settings.server().baseUrl();
        return configured.isEmpty() ? provider.usualAddress() : configured.replaceFirst("/+$", "");
    }

    private EmbeddingModel client(Map<String, String> environment) {
        return provider == Provider.OLLAMA ? ollama() : openAi(environment);
    }

    private EmbeddingModel ollama() {
        return OllamaEmbeddingModel.builder()
                .httpClientBuilder(http())
                .baseUrl(address())
                .modelName(settings.model().name())
                .dimensions(dimensions())
                .maxRetries(0)
                .build();
    }

    private EmbeddingModel openAi(Map<String, String> environment) {
        String found =
                environment.getOrDefault(settings.server().apiKeyEnv(), "").strip();
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(http())
                .baseUrl(address())
                .apiKey(found.isEmpty() ? NO_KEY : found)
                .modelName(settings.model().name())
                .dimensions(dimensions())
                .maxSegmentsPerBatch(settings.limits().batch())
                .maxRetries(0)
                .build();
    }

    private GuardedHttpClientBuilder http() {
        Retrying retrying = new Retrying(Stamina.USUAL, pauses, new Tally());
        return new GuardedHttpClientBuilder(settings.limits().timeouts(), retrying, new Within(System::nanoTime));
    }

    private @Nullable Integer dimensions() {
        int asked = settings.model().dimensions();
        return asked == 0 ? null : Integer.valueOf(asked);
    }
}
