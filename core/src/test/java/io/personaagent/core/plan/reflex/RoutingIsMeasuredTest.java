package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.personaagent.core.turn.Message;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.persona.Persona;
import io.personaagent.tools.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Routing with the real embedding model over utterances written for it. The rules and thresholds were chosen on the utterances called
 * tuned; those called held-out were written afterwards and nothing was changed for them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingIsMeasuredTest {

    private static final List<ToolSpec> TOOLS = EverydayTools.all();

    private Router router =
            new Router(new Vectors(new WordBagModel().embedder()), ReflexSettings.MEASURED, ZoneOffset.UTC);

    @BeforeAll
    void loadTheModelOnce() {
        BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
        Embedder embedder = new Embedder("bge-small-en-v1.5-q", () -> model, "");
        router = new Router(new Vectors(embedder), ReflexSettings.MEASURED, ZoneOffset.UTC);
    }

    @Test
    void tuned_findsToolAndArguments_orAsks() {
        assertThat(missed("wishes-tuned.tsv")).hasSizeLessThanOrEqualTo(4);
        assertThat(lost("wishes-tuned.tsv")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void tuned_callsNothingForWhatIsNoWish() {
        assertThat(misled("no-wishes-tuned.txt")).isEmpty();
    }

    @Test
    void heldOut_findsToolAndArguments() {
        List<String> missed = missed("wishes-held-out.tsv");

        assertThat(missed)
                .as("missed of %d", lines("wishes-held-out.tsv").size())
                .hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void heldOut_neverCallsAnotherTool() {
        assertThat(lines("wishes-held-out.tsv")).allSatisfy(line -> assertThat(
                        route(field(line, 1)).map(route -> route.spec().name()))
                .isIn(Optional.empty(), Optional.of(field(line, 0))));
    }

    @Test
    void heldOut_callsNothingForWhatIsNoWish() {
        assertThat(misled("no-wishes-held-out.txt")).hasSizeLessThanOrEqualTo(1);
    }

    private List<String> missed(String file) {
        return lines(file).stream()
                .filter(line -> !found(field(line, 1)).equals(field(line, 0) + " " + expected(field(line, 2))))
                .toList();
    }

    /** Neither found nor among what the person is asked about. */
    private List<String> lost(String file) {
        return missed(file).stream()
                .filter(line -> router.doubtful(heard(field(line, 1))).stream()
                        .flatMap(doubt -> doubt.routes().stream())
                        .noneMatch(route -> route.spec().name().equals(field(line, 0))))
                .toList();
    }

    private List<String> misled(String file) {
        return lines(file).stream().filter(line -> route(line).isPresent()).toList();
    }

    private String found(String message) {
        return route(message)
                .map(route -> route.spec().name() + " " + comparable(route.values()))
                .orElse("nothing");
    }

    /** What the planner routes to when memory knows nothing. */
    private Optional<Route> route(String said) {
        Router.Heard heard = heard(said);
        Optional<Route> exact = router.exact(heard);
        if (exact.filter(Route::certain).isPresent()) {
            return exact;
        }
        return exact.isPresent() ? router.clearlySimilar(heard).or(() -> exact) : router.similar(heard);
    }

    private static Router.Heard heard(String said) {
        return new Router.Heard(new Message("s", said, Situations.NOW), TOOLS, new Persona(1, "rules", List.of()));
    }

    private static String expected(String arguments) {
        return comparable(Stream.of(arguments.split(";"))
                .filter(argument -> !argument.isEmpty())
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    /** An article more or less is no difference. */
    private static String comparable(Map<String, ?> values) {
        return new TreeMap<>(values).toString().replaceAll("=(the|a|an) ", "=");
    }

    private static String field(String line, int column) {
        return line.split("\t", -1)[column];
    }

    private static List<String> lines(String file) {
        try (InputStream in = RoutingIsMeasuredTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }
}
