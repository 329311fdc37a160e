package io.personaagent.core.select;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.text.Tokens;
import io.personaagent.persona.Persona;
import io.personaagent.tools.ToolSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often the right tool is among the twelve that are offered of five hundred, with the real embedding model. The weight of shared terms
 * was chosen on one half of the requests; the other half was held out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferingIsMeasuredTest {

    private static final List<ToolSpec> ALL = withHouses();

    private Offering offering = new Offering(new WordVectors(), Offering.Size.USUAL);

    @BeforeAll
    void embedAllToolsOnce(@TempDir Path folder) {
        BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
        Embedder embedder = new Embedder("bge-small-en-v1.5-q", () -> model, "");
        offering = new Offering(new KeptVectors(embedder, folder), Offering.Size.USUAL);
    }

    @Test
    void tuned_offersTheRightTool() {
        assertThat(share("tuned", ManyTools.wishes(false), ALL)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void heldOut_offersTheRightTool() {
        assertThat(share("held out", ManyTools.wishes(true), ALL)).isGreaterThanOrEqualTo(0.95);
    }

    /** Servers' tools come without examples; so do the other four hundred and sixty here. */
    @Test
    void withoutExamples_offersTheRightToolMostly() {
        List<ToolSpec> bare = ALL.stream()
                .map(spec -> new ToolSpec(spec.function(), spec.effect(), spec.permissions(), List.of()))
                .toList();

        assertThat(share("held out, without examples", ManyTools.wishes(true), bare))
                .isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void offered_costsASmallPartOfTheTokens() {
        List<ToolSpec> offered = offered("what's 17 times 23", ALL);

        assertThat(offered).hasSize(12).extracting(ToolSpec::name).contains(FindTools.NAME);
        double part = (double) tokens(offered) / tokens(ALL);
        System.out.printf(Locale.ROOT, "tokens of the tools that are offered: %.1f %% of all%n", 100 * part);
        assertThat(part).isLessThan(0.15);
    }

    private double share(String name, List<ManyTools.Wish> wishes, List<ToolSpec> tools) {
        List<String> missed = new ArrayList<>();
        for (ManyTools.Wish wish : wishes) {
            if (offered(wish.said(), tools).stream()
                    .noneMatch(spec -> spec.name().equals(wish.tool()))) {
                missed.add("%s (%s)".formatted(wish.said(), wish.tool()));
            }
        }
        int hits = wishes.size() - missed.size();
        System.out.printf(
                Locale.ROOT,
                "%s: right tool among 12 of %d in %d of %d = %.3f %s; missed: %s%n",
                name,
                tools.size(),
                hits,
                wishes.size(),
                (double) hits / wishes.size(),
                wilson(hits, wishes.size()),
                missed);
        return (double) hits / wishes.size();
    }

    /** The 95 % interval of a share. */
    private static String wilson(int hits, int all) {
        double z = 1.96;
        double share = (double) hits / all;
        double middle = (share + z * z / (2 * all)) / (1 + z * z / all);
        double half = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
        return "[%.3f, %.3f]".formatted(middle - half, middle + half);
    }

    private List<ToolSpec> offered(String said, List<ToolSpec> tools) {
        Message message = new Message("s", said, Instant.parse("2026-03-04T12:00:00Z"));
        Background background = new Background(new Persona(1, "Be helpful.", List.of()), List.of(), List.of());
        return offering.of(Situation.of(message, background, tools));
    }

    private static List<ToolSpec> withHouses() {
        List<ToolSpec> all = new ArrayList<>(ManyTools.fiveHundred());
        all.add(FindTools.SPEC);
        return List.copyOf(all);
    }

    /** As they are written into a request. */
    private static int tokens(List<ToolSpec> specs) {
        return specs.stream().mapToInt(OfferingIsMeasuredTest::tokens).sum();
    }

    private static int tokens(ToolSpec spec) {
        try {
            return Tokens.about(new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "name",
                            spec.name(),
                            "description",
                            spec.description(),
                            "parameters",
                            JsonSchemaElementUtils.toMap(spec.function().parameters()))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
