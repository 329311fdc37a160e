package io.personaagent.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.rank.WeightedSum.Weighted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void minMax_putsTheLowestAtZeroAndTheHighestAtOne() {
        assertThat(MinMax.scaled(Map.of("a", 2.0, "b", 4.0, "c", 3.0))).isEqualTo(Map.of("a", 0.0, "b", 1.0, "c", 0.5));
        assertThat(MinMax.scaled(Map.of("a", 0.7))).isEqualTo(Map.of("a", 1.0));
        assertThat(MinMax.scaled(Map.<String, Double>of())).isEmpty();
    }

    @Test
    void minMax_withAFloor_cutsWhatIsBelow() {
        assertThat(MinMax.scaled(Map.of("a", 0.4, "b", 0.9, "c", 0.7), 0.5))
                .satisfies(scaled -> assertThat(scaled.get("c")).isCloseTo(0.5, within(1e-9)))
                .containsEntry("a", 0.0)
                .containsEntry("b", 1.0);
        assertThat(MinMax.scaled(Map.of("a", 0.4), 0.5)).isEqualTo(Map.of("a", 0.0));
    }

    @Property
    void minMax_keepsTheOrderAndStaysWithinZeroAndOne(
            @ForAll Map<Integer, @DoubleRange(min = -1e6, max = 1e6) Double> scores) {
        Map<Integer, Double> scaled = MinMax.scaled(scores);

        assertThat(scaled.keySet()).isEqualTo(scores.keySet());
        assertThat(scaled.values()).allMatch(score -> score >= 0 && score <= 1);
        scores.forEach((one, score) -> scores.forEach((other, less) -> {
            if (score > less) {
                assertThat(scaled.get(one)).isGreaterThanOrEqualTo(scaled.get(other));
            }
        }));
    }

    @Test
    void weightedSum_addsWhatEachChannelGives() {
        assertThat(WeightedSum.of(List.of(
                        new Weighted<>(Map.of("a", 1.0, "b", 0.5), 2), new Weighted<>(Map.of("b", 1.0, "c", 1.0), 1))))
                .isEqualTo(Map.of("a", 2.0, "b", 2.0, "c", 1.0));
    }

    @Test
    void neighbours_gainOnBothSides() {
        Neighbours neighbours = new Neighbours(List.of(0.4, 0.2));
        Map<String, List<String>> before = Map.of("b", List.of("a"), "c", List.of("b", "a"), "d", List.of("c", "b"));

        Map<String, Double> gains = neighbours.gains(Map.of("a", 0.0, "b", 1.0, "c", 0.0, "x", 1.0), before);

        assertThat(gains).isEqualTo(Map.of("a", 0.4, "b", 0.0, "c", 0.4, "x", 0.0));
    }

    @Test
    void recency_halvesItsBonus() {
        Recency recency = new Recency(0.1, Duration.ofDays(30));

        assertThat(recency.factor(NOW, NOW)).isCloseTo(1.1, within(1e-9));
        assertThat(recency.factor(NOW.minus(Duration.ofDays(30)), NOW)).isCloseTo(1.05, within(1e-9));
        assertThat(recency.factor(NOW.plus(Duration.ofDays(9)), NOW)).isCloseTo(1.1, within(1e-9));
    }

    @Property
    void recency_staysMild(@ForAll @IntRange(min = 0, max = 100_000) int days) {
        assertThat(new Recency(0.05, Duration.ofDays(30)).factor(NOW.minus(Duration.ofDays(days)), NOW))
                .isBetween(1.0, 1.05);
    }

    @Test
    void diversity_takesTheOtherBeforeTheSameAgain() {
        Map<String, Double> scores = Map.of("tea", 1.0, "tea!", 0.9, "rum", 0.5);

        List<String> chosen =
                Diversity.chosen(scores, (one, other) -> one.charAt(0) == other.charAt(0) ? 1 : 0, 0.5, 3);

        assertThat(chosen).containsExactly("tea", "rum", "tea!");
    }

    @Property
    void diversity_choosesEachOnce(@ForAll @Size(max = 12) Map<Integer, @DoubleRange(max = 1) Double> scores) {
        List<Integer> chosen = Diversity.chosen(scores, (one, other) -> one.equals(other) ? 1 : 0, 0.7, 5);

        assertThat(chosen).hasSize(Math.min(5, scores.size()));
        assertThat(new HashSet<>(new ArrayList<>(chosen))).hasSameSizeAs(chosen);
    }

    @Test
    void timeWindow_countsWhatLiesWithinAndFadesOutside() {
        TimeWindow may = new TimeWindow(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 31));
        TimeWindow day = TimeWindow.day(LocalDate.of(2023, 5, 7));

        assertThat(may.nearness(day)).isEqualTo(1);
        assertThat(day.nearness(may)).isEqualTo(1.0 / 31);
        assertThat(day.nearness(TimeWindow.day(LocalDate.of(2023, 5, 10)))).isEqualTo(0.25);
        assertThat(may.nearness(TimeWindow.day(LocalDate.of(2023, 6, 8))))
                .isGreaterThan(day.nearness(TimeWindow.day(LocalDate.of(2023, 5, 15))));
    }

    @Test
    void timeWindow_withoutABeginning_holdsAllBefore() {
        TimeWindow before = new TimeWindow(LocalDate.MIN, LocalDate.of(2019, 12, 31));

        assertThat(before.nearness(TimeWindow.day(LocalDate.of(1900, 1, 1)))).isEqualTo(1);
        assertThat(before.nearness(TimeWindow.day(LocalDate.of(2023, 1, 1)))).isLessThan(0.01);
    }

    @Test
    void timeWindow_thatEndsBeforeItBegins_isRefused() {
        assertThatThrownBy(() -> new TimeWindow(LocalDate.of(2023, 5, 2), LocalDate.of(2023, 5, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window from 2023-05-02 to 2023-05-01 ends before it begins");
    }
}
