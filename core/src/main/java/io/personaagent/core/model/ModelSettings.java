package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which model to use and how, as it was configured; {@link #problems} says whether that can work.
 *
 * @param provider {@code openai} for any server that speaks its protocol, {@code anthropic}, {@code gemini} or {@code ollama}
 * @param name the model's name as the server knows it
 * @param server where it is
 * @param generation how it shall answer
 * @param timeouts how long to wait
 */
public record ModelSettings(String provider, String name, Server server, Generation generation, Timeouts timeouts) {

    /**
     * A model server.
     *
     * @param baseUrl empty for the provider's usual address
     * @param apiKeyEnv the name of the environment variable that holds the key, never the key; may be empty
     */
    public record Server(String baseUrl, String apiKeyEnv) {
        public Server {
            baseUrl = baseUrl.strip();
            apiKeyEnv = apiKeyEnv.strip();
        }
    }

    /**
     * How a model shall answer.
     *
     * @param temperature 0 to 2, or null for the server's own
     * @param maxOutputTokens the most tokens of one answer
     */
    public record Generation(@Nullable Double temperature, int maxOutputTokens) {

        public static final Generation USUAL = new Generation(null, 2048);
    }

    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param firstByte for the beginning of an answer that is streamed
     * @param idle between two pieces of an answer
     * @param total for a whole answer, further attempts included
     */
    public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {

        public static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(120));

        public Timeouts {
            requireNonNull(connect, "connect");
            requireNonNull(firstByte, "firstByte");
            requireNonNull(idle, "idle");
            requireNonNull(total, "total");
        }

        /** For the whole answer, however it comes. */
        public Timeouts(Duration connect, Duration total) {
            this(connect, total, total, total);
        }
    }

    public ModelSettings {
        provider = provider.strip();
        name = name.strip();
        requireNonNull(server, "server");
        requireNonNull(generation, "generation");
        requireNonNull(timeouts, "timeouts");
    }

    /** The model with all else as usual. */
    public static ModelSettings of(String provider, String name, String baseUrl, String apiKeyEnv) {
        return new ModelSettings(provider, name, new Server(baseUrl, apiKeyEnv), Generation.USUAL, Timeouts.USUAL);
    }

    /** All that is wrong with these settings, each in one sentence for the person; empty when the model can be made. */
    public List<String> problems(Map<String, String> environment) {
        return problems("model", environment);
    }

    /**
     * The same, with the keys of another table of the configuration.
     *
     * @param table such as {@code models.cheap}
     */
    public List<String> problems(String table, Map<String, String> environment) {
        return new ModelCheck(table, this, environment).problems();
    }
}
