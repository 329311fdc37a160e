package io.personaagent.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.personaagent.app.eval.contest.Contestant;
import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.app.eval.dataset.Quiz;
import io.personaagent.app.eval.dataset.Suite;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetrievalEvalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final RetrievalEval.Depth DEPTH = new RetrievalEval.Depth(List.of(2, 1), 1);

    private final List<String> seen = new ArrayList<>();
    private TemporaryStores stores;

    @BeforeEach
    void open() throws IOException {
        stores = TemporaryStores.make(CLOCK);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void run_findsByWords() throws IOException {
        Report report = run(Quiz.suite(2, 3), Progress.none(), lexical()).get(0);

        assertThat(report.backend()).isEqualTo("lexical");
        assertThat(report.scores()).isEqualTo(new Report.Scores(6, Map.of("recall@1", 1.0, "recall@2", 1.0)));
        assertThat(report.byCategory())
                .containsExactly(
                        entry("even", new Report.Scores(4, Map.of("recall@1", 1.0, "recall@2", 1.0))),
                        entry("odd", new Report.Scores(2, Map.of("recall@1", 1.0, "recall@2", 1.0))));
        assertThat(report.cost().contextTokens()).isEqualTo("Yesterday I saw a bird1x2.".length() / 4.0);
        assertThat(report.cost().latency().p50()).isPositive();
        assertThat(report.cost().modelCalls()).isZero();
    }

    @Test
    void run_aBackendThatRecallsNothing_scoresNothing() throws IOException {
        Report report = run(Quiz.suite(1, 2), Progress.none(), contestant(new Spy("spy", seen)))
                .get(0);

        assertThat(report.scores()).isEqualTo(new Report.Scores(2, Map.of("recall@1", 0.0, "recall@2", 0.0)));
    }

    @Test
    void run_sideBySide_showsAllTheSame() throws IOException {
        List<String> second = new ArrayList<>();

        List<Report> reports = run(
                Quiz.suite(2, 3),
                Progress.none(),
                contestant(new Spy("spy", seen)),
                lexical(),
                contestant(new Spy("other spy", second)));

        assertThat(reports).extracting(Report::backend).containsExactly("spy", "lexical", "other spy");
        assertThat(seen).isEqualTo(second).hasSize(2 * (3 + 3));
    }

    @Test
    void run_showsTheBackendNothingOfTheKey() throws IOException {
        run(Quiz.suite(2, 3), Progress.none(), contestant(new Spy("spy", seen)));

        assertThat(seen).isNotEmpty().noneMatch(shown -> shown.contains(Quiz.SECRET));
    }

    /** Fifty of the first recollections are all of one session. */
    @Test
    void run_whereUnitsHaveManyEpisodes_asksUntilThereAreEnough() throws IOException {
        Report report =
                run(Quiz.longSessions(2, 50), Progress.none(), lexical()).get(0);

        assertThat(report.scores().metrics()).isEqualTo(Map.of("recall@1", 0.5, "recall@2", 1.0));
    }

    @Test
    void run_countsWhatTheBackendAsksAModel() throws IOException {
        Lent lent =
                new Lent(Embedders.only(noEmbedder()), Optional.of(new SevenTokens()), CLOCK, Map.of(), Policy.USUAL);
        Contestant chatty = new Contestant(new Spy("spy", seen), lent, new PassageCache());

        Report report = run(Quiz.suite(2, 3), Progress.none(), chatty).get(0);

        assertThat(report.cost().modelCalls()).isEqualTo(2);
        assertThat(report.cost().modelTokens()).isEqualTo(14);
    }

    @Test
    void run_tellsHowFarItIs() throws IOException {
        List<Long> told = new ArrayList<>();

        run(
                Quiz.suite(2, 3),
                (done, all) -> {
                    assertThat(all).isEqualTo(12);
                    told.add(done);
                },
                lexical());

        assertThat(told).isSorted().endsWith(12L);
    }

    @Test
    void run_leavesNothingBehind() throws IOException {
        run(Quiz.suite(2, 3), Progress.none(), lexical());

        try (var inside = Files.list(stores.folder())) {
            assertThat(inside).isEmpty();
        }
        Path folder = stores.folder();
        stores.close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void depth_belowOne_isRefused() {
        assertThatThrownBy(() -> new RetrievalEval.Depth(List.of(5, 0), 10))
                .hasMessage("cuts must be at least 1, but are [0, 5]");
    }

    private List<Report> run(Suite suite, Progress progress, Contestant... contestants) throws IOException {
        return new RetrievalEval(stores, List.of(contestants), DEPTH).run(suite, progress);
    }

    private static Contestant lexical() {
        return contestant(new LexicalProvider());
    }

    private static Contestant contestant(MemoryProvider provider) {
        return new Contestant(provider, Lent.of(noEmbedder(), CLOCK), new PassageCache());
    }

    private static Embedder noEmbedder() {
        return new Embedder(
                "none",
                () -> {
                    throw new IllegalStateException("words alone are enough");
                },
                "");
    }

    /** Notes all that it is shown, and recalls nothing. */
    private record Spy(String name, List<String> seen) implements MemoryProvider {

        @Override
        public MemoryBackend open(MemoryContext context) {
            return new MemoryBackend() {
                @Override
                public void absorb(List<Episode> episodes) {
                    episodes.forEach(episode -> seen.add(episode.toString()));
                    context.chatModel().ifPresent(model -> model.chat("What is this about?"));
                }

                @Override
                public List<Recollection> recall(RecallQuery query) {
                    seen.add(query.toString() + context.user() + context.settings());
                    return List.of();
                }

                @Override
                public void reflect(Budget budget) {}
            };
        }
    }

    private static final class SevenTokens implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from("Birds."))
                    .tokenUsage(new TokenUsage(5, 2))
                    .build();
        }
    }
}
