package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Embedder.Instructions;
import io.personaagent.memory.spi.EmbedderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteEmbeddersTest {

    private static final Map<String, String> KEYS = Map.of("MY_KEY", "s3cret");

    private final StubModelServer server = new StubModelServer();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void space_isLearntFromTheAnswer() {
        server.then(vectors(1, 3));
        Embedder wanted = openAi(0, Instructions.NONE).wanted();

        assertThat(wanted.passage("tea").model()).isEqualTo("openai/nomic/3");
        assertThat(wanted.id()).isEqualTo("openai/nomic/3");
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0).path()).isEqualTo("/v1/embeddings");
        assertThat(server.received().get(0).authorization()).isEqualTo("Bearer s3cret");
        assertThat(server.received().get(0).body()).contains("\"nomic\"", "\"tea\"");
    }

    @Test
    void texts_areAskedInBatches_withWhatTheModelWantsBefore() {
        server.then(vectors(2, 3)).then(vectors(1, 3));
        Embedder wanted = openAi(0, new Instructions("query: ", "passage: ")).wanted();

        assertThat(wanted.passages(List.of("one", "two", "three"))).hasSize(3);
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(0).body()).contains("passage: one", "passage: two");
        assertThat(server.received().get(1).body()).contains("passage: three");
        assertThat(wanted.id()).matches("openai/nomic/3/[0-9a-f]{8}");
    }

    @Test
    void makingIt_connectsToNothing() {
        RemoteEmbedders embedders = openAi(0, Instructions.NONE);

        assertThat(embedders.name()).isEqualTo("openai/nomic");
        assertThat(embedders.isWanted("openai/nomic")).isTrue();
        assertThat(embedders.isWanted("openai/nomic/768")).isTrue();
        assertThat(embedders.isWanted("openai/nomic-2/768")).isFalse();
        assertThat(embedders.isWanted("ollama/nomic/768")).isFalse();
        assertThat(embedders.of("openai/nomic/768").id()).isEqualTo("openai/nomic/768");
        assertThat(openAi(256, Instructions.NONE).isWanted("openai/nomic/768")).isFalse();
        assertThat(openAi(256, Instructions.NONE).name()).isEqualTo("openai/nomic/256");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void vectorsOfTheTimeBefore_areMadeInTheProcessOrNotAtAll() {
        RemoteEmbedders embedders = openAi(0, Instructions.NONE);

        assertThat(embedders.of("bge-small-en-v1.5-q").id()).isEqualTo("bge-small-en-v1.5-q");
        Embedder gone = embedders.of("ollama/mxbai/1024");
        assertThat(gone.isMissing()).isTrue();
        assertThatThrownBy(() -> gone.query("tea"))
                .hasMessage(
                        "memory was built with ollama/mxbai/1024, which is not configured any more; until it has been rebuilt it is searched by words alone");
    }

    @Test
    void anotherModelBehindTheName_isNotCompared() {
        server.then(vectors(1, 4));

        assertThatThrownBy(
                        () -> openAi(0, Instructions.NONE).of("openai/nomic/3").query("tea"))
                .isInstanceOf(EmbedderException.class)
                .hasMessage(
                        ("the embedding server at %s answers with 4 dimensions, but memory was built with 3: it has another model now;"
                                        + " 'personaagent memory rebuild --restart' builds memory with that")
                                .formatted(server.openAiUrl()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | the embedding server at URL does not accept the key (401); check the environment variable MY_KEY
                    404 | the embedding server at URL does not know the model 'nomic', or makes no embeddings (404); check embedder.name and embedder.base_url
                    418 | the embedding server at URL did not accept the request (418): no [key] here; check the settings under embedder
                    """)
    void refusal_saysWhatToDo_withoutTheKey(int status, String message) {
        server.then(StubReply.status(status, "text/plain", "no s3cret here"));

        assertThatThrownBy(() -> openAi(0, Instructions.NONE).wanted().query("tea"))
                .isInstanceOf(EmbedderException.class)
                .hasMessage(message.replace("URL", server.openAiUrl()));
    }

    @Test
    void answerThatIsNone_isRefused() {
        server.then(vectors(2, 3)).then(StubReply.status(200, "text/html", "<html>hello</html>"));
        assertThatThrownBy(() -> openAi(0, Instructions.NONE).wanted().query("tea"))
                .hasMessage(
                        "the embedding server at %s answered 2 vectors for 1 texts; check embedder.name and embedder.base_url"
                                .formatted(server.openAiUrl()));
        assertThatThrownBy(() -> openAi(0, Instructions.NONE).wanted().query("tea"))
                .hasMessage(
                        "the embedding server at %s gave no answer that can be read; check memory.embedder and embedder.base_url"
                                .formatted(server.openAiUrl()));
    }

    @Test
    void serverThatIsNotThere_isToldAndLeftAloneForAWhile() {
        String address = server.openAiUrl();
        Embedder wanted = openAi(0, Instructions.NONE).wanted();
        server.then(StubReply.status(418, "text/plain", "teapot"));
        assertThatThrownBy(() -> wanted.query("tea")).hasMessageContaining("(418)");
        assertThatThrownBy(() -> wanted.query("tea")).hasMessageContaining("(418)");
        assertThat(server.received()).hasSize(1);

        now = now.plusSeconds(31);
        server.close();

        assertThatThrownBy(() -> wanted.query("tea"))
                .hasMessage(
                        "the embedding server at %s cannot be reached; start it, or check embedder.base_url and the network"
                                .formatted(address));
    }

    @Test
    void textThatIsTooLongForTheServer_isReadByItsBeginning() {
        server.then(StubReply.status(400, "text/plain", "too long"))
                .then(vectors(1, 3))
                .then(StubReply.status(400, "text/plain", "too long"))
                .then(vectors(1, 3));

        assertThat(openAi(0, Instructions.NONE).wanted().passages(List.of("tea", "x".repeat(1000))))
                .hasSize(2);
        assertThat(server.received()).hasSize(4);
        assertThat(server.received().get(3).body()).contains("x".repeat(500)).doesNotContain("x".repeat(501));
    }

    @Test
    void ollama_isAskedInItsOwnWay() {
        server.then(StubReply.status(200, "application/json", "{\"model\":\"m\",\"embeddings\":[[1,2,3]]}"));
        EmbedderSettings settings = new EmbedderSettings(
                "ollama",
                new EmbedderSettings.Model("mxbai", 0, Instructions.NONE),
                new Server(server.address(), ""),
                limits());

        assertThat(new RemoteEmbedders(settings, Map.of(), RemoteEmbeddersTest::local, new Pauses(() -> 0, clock))
                        .wanted()
                        .passage("tea")
                        .model())
                .isEqualTo("ollama/mxbai/3");
        assertThat(server.received().get(0).path()).isEqualTo("/api/embed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bge-small-eng | m  | http://localhost:1/v1     |        | memory.embedder is 'bge-small-eng'; expected one of bge-small-en, bge-small-zh, e5-small, openai, ollama; did you mean 'bge-small-en'?
                    anthropic     | m  | http://localhost:1/v1     |        | memory.embedder is 'anthropic'; expected one of bge-small-en, bge-small-zh, e5-small, openai, ollama
                    ollama        | '' | ''                        |        | embedder.name is missing; name the embedding model as its server knows it
                    openai        | m  | ''                        | MY_KEY | embedder.base_url is missing; provider openai needs it, for instance http://localhost:11434/v1
                    openai        | m  | https://api.example.com/1 | ''     | embedder.api_key_env is missing; provider openai needs a key: put it into an environment variable and name that variable here, for instance OPENAI_API_KEY
                    openai        | m  | https://api.example.com/1 | NONE   | embedder.api_key_env is 'NONE', but there is no such environment variable; set it to your key
                    openai        | m  | http://me:pw@example.com  | MY_KEY | embedder.base_url holds a user name or password; use embedder.api_key_env instead
                    """)
    void problems_sayWhatWouldBeRight(String word, String name, String url, String variable, String problem) {
        EmbedderSettings settings = new EmbedderSettings(
                word,
                new EmbedderSettings.Model(name, 0, Instructions.NONE),
                new Server(url, variable == null ? "" : variable),
                limits());

        assertThat(settings.problems(KEYS)).containsExactly(problem);
    }

    @Test
    void problems_ofAModelInTheProcess_areNone() {
        assertThat(new EmbedderSettings("e5-small", EmbedderSettings.Model.NONE, new Server("", ""), limits())
                        .problems(Map.of()))
                .isEmpty();
    }

    private RemoteEmbedders openAi(int dimensions, Instructions instructions) {
        EmbedderSettings settings = new EmbedderSettings(
                "openai",
                new EmbedderSettings.Model("nomic", dimensions, instructions),
                new Server(server.openAiUrl(), "MY_KEY"),
                limits());
        return new RemoteEmbedders(settings, KEYS, RemoteEmbeddersTest::local, new Pauses(() -> 0, clock));
    }

    private static EmbedderSettings.Limits limits() {
        return new EmbedderSettings.Limits(2, new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    private static Embedder local(OnnxModel model) {
        return Embedder.missing(model.id(), "not loaded in this test");
    }

    /** So many vectors of so many dimensions, in OpenAI's form. */
    private static StubReply vectors(int number, int dimensions) {
        String values =
                IntStream.rangeClosed(1, dimensions).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String data = IntStream.range(0, number)
                .mapToObj(at -> "{\"object\":\"embedding\",\"index\":%d,\"embedding\":[%s]}".formatted(at, values))
                .collect(Collectors.joining(","));
        return StubReply.status(
                200,
                "application/json",
                "{\"object\":\"list\",\"model\":\"nomic\",\"data\":[%s],\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"
                        .formatted(data));
    }
}
