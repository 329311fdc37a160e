package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.Suggestion;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.spi.Embedder.Instructions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What memory shall embed with, as it was configured; {@link #problems} says whether that can work.
 *
 * @param word {@code bge-small-en}, {@code bge-small-zh} or {@code e5-small} for a model inside the process; {@code openai} for any server
 *     that speaks its protocol; or {@code ollama}
 * @param model which model of a server; says nothing for a model inside the process
 * @param server where it is
 * @param limits how much is asked of a server at once
 */
public record EmbedderSettings(String word, Model model, ModelSettings.Server server, Limits limits) {

    private static final List<Provider> SERVERS = List.of(Provider.OPENAI, Provider.OLLAMA);

    /**
     * A server's model.
     *
     * @param name as its server knows it; may be empty
     * @param dimensions how many are asked for; 0 for as many as the model gives
     * @param instructions what its authors want before a text
     */
    public record Model(String name, int dimensions, Instructions instructions) {

        /** Says nothing. */
        public static final Model NONE = new Model("", 0, Instructions.NONE);

        public Model {
            name = name.strip();
            requireNonNull(instructions, "instructions");
        }
    }

    /**
     * How much is asked of a server at once.
     *
     * @param batch the most texts of one request
     * @param timeouts how long to wait for its answer
     */
    public record Limits(int batch, ModelSettings.Timeouts timeouts) {
        public Limits {
            requireNonNull(timeouts, "timeouts");
        }
    }

    public EmbedderSettings {
        word = word.strip();
        requireNonNull(model, "model");
        requireNonNull(server, "server");
        requireNonNull(limits, "limits");
    }

    /** The model inside the process that is meant. */
    public Optional<OnnxModel> local() {
        return OnnxModel.named(word);
    }

    /** All that is wrong with these settings, each in one sentence for the person; empty when the embedder can be made. */
    public List<String> problems(Map<String, String> environment) {
        if (local().isPresent()) {
            return List.of();
        }
        return provider().map(found -> problems(found, environment)).orElseGet(() -> List.of(unknown()));
    }

    Optional<Provider> provider() {
        return Provider.named(word).filter(SERVERS::contains);
    }

    private List<String> problems(Provider provider, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        if (model.name().isEmpty()) {
            problems.add("embedder.name is missing; name the embedding model as its server knows it");
        }
        problems.addAll(new ServerCheck("embedder", provider, server, environment).problems());
        return problems;
    }

    private String unknown() {
        List<String> words = new ArrayList<>();
        Arrays.stream(OnnxModel.values()).map(OnnxModel::word).forEach(words::add);
        SERVERS.stream().map(Provider::word).forEach(words::add);
        return "memory.embedder is '%s'; expected one of %s%s"
                .formatted(
                        word,
                        String.join(", ", words),
                        Suggestion.closest(word, words)
                                .map("; did you mean '%s'?"::formatted)
                                .orElse(""));
    }
}
