package io.personaagent.core.wiring;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Settings;
import io.personaagent.core.model.EmbedderSettings;
import io.personaagent.core.model.LocalEmbedders;
import io.personaagent.core.model.ModelSettings;
import io.personaagent.core.model.Pauses;
import io.personaagent.core.model.RemoteEmbedders;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.embed.OnnxEmbedder;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.spi.Embedder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The embedders of a home: those inside the process, each loaded once and not before it is used, and what memory is configured to use. */
final class EmbedderChoice {

    private final Path unpacked;
    private final Map<OnnxModel, OnnxEmbedder> loaded = new EnumMap<>(OnnxModel.class);
    private final Map<OnnxModel, Embedder> made = new EnumMap<>(OnnxModel.class);

    /** @param unpacked where native libraries are unpacked to */
    EmbedderChoice(Path unpacked) {
        this.unpacked = unpacked;
    }

    synchronized OnnxEmbedder onnx(OnnxModel model) {
        return loaded.computeIfAbsent(model, wanted -> new OnnxEmbedder(wanted, unpacked));
    }

    synchronized Embedder local(OnnxModel model) {
        return made.computeIfAbsent(model, wanted -> onnx(wanted).embedder());
    }

    /**
     * What memory embeds with.
     *
     * @throws ConfigException naming everything that is wrong
     */
    Embedders configured(Settings settings, Map<String, String> environment, Pauses pauses) {
        EmbedderSettings wanted = wanted(settings);
        List<String> problems = wanted.problems(environment);
        if (!problems.isEmpty()) {
            throw new ConfigException("settings", problems);
        }
        return wanted.local()
                .<Embedders>map(model -> new LocalEmbedders(model, this::local))
                .orElseGet(() -> new RemoteEmbedders(wanted, environment, this::local, pauses));
    }

    private static EmbedderSettings wanted(Settings settings) {
        Duration patience = Duration.ofSeconds(settings.count("embedder.timeout_seconds"));
        Duration usual = ModelSettings.Timeouts.USUAL.connect();
        return new EmbedderSettings(
                settings.text("memory.embedder"),
                new EmbedderSettings.Model(
                        settings.find("embedder.name").orElse(""),
                        settings.find("embedder.dimensions")
                                .map(Integer::valueOf)
                                .orElse(0),
                        new Embedder.Instructions(
                                settings.find("embedder.query_prefix").orElse(""),
                                settings.find("embedder.passage_prefix").orElse(""))),
                new ModelSettings.Server(
                        settings.find("embedder.base_url").orElse(""),
                        settings.find("embedder.api_key_env").orElse("")),
                new EmbedderSettings.Limits(
                        settings.count("embedder.batch"),
                        new ModelSettings.Timeouts(usual.compareTo(patience) < 0 ? usual : patience, patience)));
    }
}
