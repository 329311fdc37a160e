package io.personaagent.memory.compare;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final RecallQuery TEA = RecallQuery.about("tea", NOON);
    private static final RecallQuery RUM = RecallQuery.about("rum", NOON);

    @Test
    void of_tellsHowFarTwoAgree() {
        Side one = side("one", Map.of("tea", List.of("a", "b"), "rum", List.of("c", "d")));
        Side other = side("other", Map.of("tea", List.of("a", "b"), "rum", List.of("e", "c")));

        Comparison comparison = Comparison.of(List.of(TEA, RUM), List.of(one, other), () -> 0, Progress.none());

        Agreement agreement = comparison.agreements().get(0);
        assertThat(comparison.agreements()).hasSize(1);
        assertThat(agreement.overlap()).isEqualTo(0.75);
        // The same for tea; for rum of c, d and e one pair each way is turned round: (0 - 1) / sqrt(3 * 3) and ties.
        assertThat(agreement.correlation()).isBetween(0.0, 1.0);
        assertThat(agreement.disagreements()).extracting(Disagreement::about).containsExactly("rum");
        assertThat(agreement.disagreements().get(0).other())
                .extracting(Recollection::text)
                .containsExactly("e", "c");
    }

    @Test
    void of_severalComparesEachWithEach_theMostDifferentFirst() {
        Side one = side("one", Map.of("tea", List.of("a", "b"), "rum", List.of("c")));
        Side two = side("two", Map.of("tea", List.of("b", "a"), "rum", List.of()));
        Side three = side("three", Map.of());

        Comparison comparison = Comparison.of(List.of(TEA, RUM), List.of(one, two, three), () -> 0, Progress.none());

        assertThat(comparison.agreements())
                .extracting(each -> each.one() + "-" + each.other())
                .containsExactly("one-two", "one-three", "two-three");
        assertThat(comparison.agreements().get(0).disagreements())
                .extracting(Disagreement::about)
                .containsExactly("rum", "tea");
        assertThat(comparison.agreements().get(0).correlation()).isEqualTo(-1);
        assertThat(comparison.speeds()).extracting(Speed::found).containsExactly(1.5, 1.0, 0.0);
    }

    @Test
    void of_leavesTheFirstRecallOutOfTheTimes() {
        AtomicLong time = new AtomicLong();
        AtomicLong calls = new AtomicLong();
        Side slowAtFirst = new Side("slow", query -> {
            time.addAndGet(calls.getAndIncrement() == 0 ? 900_000_000 : 2_000_000);
            return List.of();
        });

        Speed speed = Comparison.of(List.of(TEA, RUM), List.of(slowAtFirst), time::get, Progress.none())
                .speeds()
                .get(0);

        assertThat(speed).isEqualTo(new Speed("slow", 0, 2, 2));
    }

    @Test
    void probes_areQuestionsFirst_eachWithItselfHidden_theSameForASeed() {
        EpisodeLog log = new InMemoryStores().open(ADA).episodes();
        log.appendAll(List.of(
                said("e1", "I like tea."),
                said("e2", "Where do I live?"),
                said("e3", "I like rum."),
                said("e4", " "),
                said("e5", "I like tea.")));

        Probes probes = Probes.sampled(log, 10, new Random(1));

        assertThat(probes.questions()).isEqualTo(1);
        assertThat(probes.queries().get(0))
                .isEqualTo(RecallQuery.about("Where do I live?", NOON).hiding(Set.of(new EpisodeId("e2"))));
        assertThat(probes.queries())
                .extracting(RecallQuery::about)
                .containsExactlyInAnyOrder("Where do I live?", "I like tea.", "I like rum.");
        assertThat(Probes.sampled(log, 10, new Random(1))).isEqualTo(probes);
        assertThat(Probes.sampled(log, 2, new Random(1)).queries())
                .isEqualTo(probes.queries().subList(0, 2));
        assertThat(Probes.sampled(log, 1, new Random(2)).questions()).isEqualTo(1);
    }

    private static Side side(String name, Map<String, List<String>> answers) {
        return new Side(name, query -> answers.getOrDefault(query.about(), List.of()).stream()
                .map(ComparisonTest::recollection)
                .toList());
    }

    private static Recollection recollection(String id) {
        Source source = new Source(Source.Kind.STATEMENT, "", NOON, List.of(new EpisodeId(id)));
        return new Recollection(id, source, new Score(1, List.of()), Sensitivity.ORDINARY, Trust.TRUSTED);
    }
}
