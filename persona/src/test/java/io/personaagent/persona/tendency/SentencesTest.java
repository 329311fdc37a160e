package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Set<EpisodeId> EVIDENCE = Set.of(new EpisodeId("a"), new EpisodeId("b"));
    private static final Tendencies KNOWN = new Tendencies(
            new Level(3.62, 0.97, 17),
            -0.21,
            new Habit(Map.of(3.0, 4, 4.5, 2)),
            List.of(
                    new Tendency(Trait.topic("Documentary"), 0.8, 14, 17, EVIDENCE),
                    new Tendency(Trait.period(1995), -0.12, 3, 5, EVIDENCE),
                    new Tendency(Trait.BREADTH, 0.05, 9, 17, EVIDENCE)));

    private static List<String> texts(List<Sentence> sentences) {
        return sentences.stream().map(Sentence::text).toList();
    }

    @Test
    void of_saysWhatWasCounted() {
        assertThat(texts(Sentences.of(KNOWN, 8192)))
                .containsExactly(
                        "Gives 3.62 on average, give or take 0.97, in 17 ratings.",
                        "Lately gives 0.21 less than that.",
                        "Gave of late: 3.00 (4x), 4.50 (2x).",
                        "Rates Documentary 0.80 above their mean, 14 of 17.",
                        "Rates what is from about 1995 0.12 below their mean, 3 of 5.",
                        "Rates each topic beyond the usual two or three 0.05 above their mean, 9 of 17.");
        assertThat(Sentences.of(KNOWN, 8192))
                .extracting(Sentence::id)
                .containsExactly(
                        "rates-level",
                        "rates-lately",
                        "rates-habit",
                        "rates-topic-documentary",
                        "rates-period-1995",
                        "rates-breadth-topics");
    }

    @Test
    void of_namesTheEvidence_andKeepsToItsBudget() {
        assertThat(Sentences.of(KNOWN, 8192))
                .allMatch(sentence -> sentence.evidence().equals(EVIDENCE));
        assertThat(Sentences.of(KNOWN, 100)).hasSize(2);
    }

    @Test
    void read_expectsTheSame_asWhatWasSaid() {
        Tendencies read = Sentences.read(texts(Sentences.of(KNOWN, 8192))).orElseThrow();
        Traits asked = Traits.of("Thing (1997). Genres: Documentary, War");

        assertThat(read.habit()).isEqualTo(KNOWN.habit());
        assertThat(read.expected(asked)).isCloseTo(KNOWN.expected(asked), within(1e-9));
    }

    @Test
    void read_followsWhatWasEditedByHand() {
        List<String> edited = List.of(
                "Gives 3.00 on average, give or take 1.00, in 2 ratings.",
                "Rates Opera 1.5 below their mean, 0 of 0.",
                "Is kind to animals.");

        assertThat(Sentences.read(edited).orElseThrow().expected(Traits.of("X. Genres: Opera")))
                .isEqualTo(1.5);
        assertThat(Sentences.read(List.of("Is kind to animals."))).isEmpty();
    }

    @Test
    void of_givesNamesInOtherScriptsIdsOfTheirOwn() {
        Tendencies known = new Tendencies(
                KNOWN.level(),
                0,
                Habit.NONE,
                List.of(
                        new Tendency(Trait.topic("喜剧"), 1, 1, 1, EVIDENCE),
                        new Tendency(Trait.topic("恐怖"), 1, 1, 1, EVIDENCE)));

        assertThat(Sentences.of(known, 8192))
                .extracting(Sentence::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9][a-z0-9-]{0,63}"));
    }
}
