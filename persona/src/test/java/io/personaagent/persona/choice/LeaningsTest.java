package io.personaagent.persona.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Statement.Polarity;
import io.personaagent.persona.Support;
import io.personaagent.persona.tendency.StatedPreference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LeaningsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Statement LEVEL =
            statement("rates-level", "Gives 3.00 on average, give or take 1.00, in 20 ratings.", Polarity.NEUTRAL, 1);

    private static Statement statement(String id, String text, Polarity polarity, double strength) {
        return new Statement(
                id,
                new Meaning(text, Statement.Kind.PREFERENCE, polarity, strength),
                new Support(0.5, Set.of(), NOON, NOON),
                Standing.NEW);
    }

    private static Optional<Weighed> chosen(String question, Statement... statements) {
        return Weighed.best(Leanings.of(List.of(statements), List.of())
                .weigh(ChoiceQuestion.in(question).orElseThrow()));
    }

    private static double worth(String thing, Statement... statements) {
        return Leanings.of(List.of(statements), List.of()).weigh(thing).worth();
    }

    private static StatedPreference told(String object, Stance stance) {
        return new StatedPreference(object, stance, NOON, new EpisodeId("now"));
    }

    @Test
    void weigh_goesByThePolarity_andByTheVerbWhereThereIsNone() {
        assertThat(worth("tea", statement("s", "Likes tea.", Polarity.FOR, 1))).isPositive();
        assertThat(worth("tea", statement("s", "Can't stand tea.", Polarity.AGAINST, 1)))
                .isNegative();
        assertThat(worth("tea", statement("s", "Hates tea.", Polarity.NEUTRAL, 1)))
                .isNegative();
        assertThat(worth("tea", statement("s", "They really love tea.", Polarity.NEUTRAL, 1)))
                .isPositive();
        assertThat(worth("tea", statement("s", "Tea in the garden", Polarity.FOR, 1)))
                .isPositive();
        assertThat(worth("tea", statement("s", "Has a teapot made of tea leaves.", Polarity.NEUTRAL, 1)))
                .isZero();
        assertThat(worth("tea", statement("s", "Likes rain.", Polarity.FOR, 1))).isZero();
    }

    @Property(tries = 100)
    void weigh_risesWithTheStrength(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double weaker = worth("tea", statement("s", "Likes tea.", Polarity.FOR, Math.min(one, other)));
        double stronger = worth("tea", statement("s", "Likes tea.", Polarity.FOR, Math.max(one, other)));

        assertThat(stronger).isGreaterThanOrEqualTo(weaker);
        assertThat(worth("tea", statement("s", "Hates tea.", Polarity.AGAINST, one)))
                .isCloseTo(-worth("tea", statement("s", "Likes tea.", Polarity.FOR, one)), within(1e-12));
    }

    @Test
    void best_namesWhatDecided_andNotWhatSpeaksForBoth() {
        Weighed best = chosen(
                        "Green tea or black tea?",
                        statement("all", "Likes tea.", Polarity.FOR, 1),
                        statement("no", "Does not like black tea.", Polarity.AGAINST, 1))
                .orElseThrow();

        assertThat(best.thing()).isEqualTo("Green tea");
        assertThat(best.decisive()).extracting(Reason::statement).containsExactly("no");
    }

    @Test
    void best_isEmpty_whereNothingTellsThemApart() {
        assertThat(chosen("Tea or coffee?")).isEmpty();
        assertThat(chosen("Tea or coffee?", statement("s", "Likes rain.", Polarity.FOR, 1)))
                .isEmpty();
        assertThat(chosen("Green tea or black tea?", statement("s", "Likes tea.", Polarity.FOR, 1)))
                .isEmpty();
        assertThat(chosen("Tea or coffee?", statement("s", "Likes tea.", Polarity.FOR, 0)))
                .isEmpty();
    }

    @Test
    void best_goesByHowThePersonRates() {
        Weighed best = chosen(
                        "Should I watch Alien (1979). Genres: Horror or Airplane! (1980). Genres: Comedy?",
                        LEVEL,
                        statement(
                                "rates-topic-horror",
                                "Rates Horror 0.80 below their mean, 5 of 6.",
                                Polarity.AGAINST,
                                1),
                        statement("rates-topic-comedy", "Rates Comedy 0.30 above their mean, 4 of 6.", Polarity.FOR, 1))
                .orElseThrow();

        assertThat(best.thing()).isEqualTo("Airplane! (1980). Genres: Comedy");
        assertThat(best.decisive())
                .extracting(Reason::statement)
                .containsExactly("rates-topic-horror", "rates-topic-comedy");
    }

    @Test
    void best_goesByWhatWasChosenWhereSuchThingsAreSpokenOf() {
        Statement mornings =
                statement("chooses-1", "Chooses \"coffee\" for \"breakfast\", 5 of 6.", Polarity.NEUTRAL, 1);

        assertThat(chosen("What should I drink for breakfast, tea or coffee?", mornings)
                        .map(Weighed::thing))
                .contains("coffee");
        assertThat(chosen("What should I drink for supper, tea or coffee?", mornings))
                .isEmpty();
        assertThat(chosen("What should I drink for breakfast, tea or water?", mornings))
                .isEmpty();
    }

    @Test
    void of_letsWhatWasJustSaidGoBeforeTheStatements() {
        Statement likes = statement("s", "Likes comedies.", Polarity.FOR, 1);

        assertThat(Leanings.of(List.of(likes), List.of(told("comedy", Stance.AGAINST)))
                        .weigh("comedies")
                        .reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.worth()).isNegative();
                    assertThat(reason.said()).containsExactly(new EpisodeId("now"));
                });
        assertThat(Leanings.of(List.of(likes), List.of(told("comedy", Stance.NO_LONGER)))
                        .weigh("comedies")
                        .reasons())
                .isEmpty();
    }
}
