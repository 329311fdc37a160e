package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.Ground;
import io.personaagent.tools.Liking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final String LEVEL = "Gives 3.00 on average, give or take 1.00, in 20 ratings.";
    private static final String COMEDY = "Rates Comedy 1.00 above their mean, 9 of 9.";
    private static final String AIRPLANE = "Airplane! (1980). Genres: Comedy";
    private static final String ALIEN = "Alien (1979). Genres: Horror";

    private static Persona persona(String... sentences) {
        List<Statement> statements = new ArrayList<>();
        for (String sentence : sentences) {
            statements.add(new Statement(
                    "s" + statements.size(),
                    sentence,
                    Statement.Kind.PREFERENCE,
                    new Support(1, Set.of(), Situations.NOW, Situations.NOW)));
        }
        return new Persona(1, "rules", statements);
    }

    private static Predictions knowing(String... sentences) {
        return new Predictions(() -> persona(sentences), about -> List.of());
    }

    private static Recollection said(String text, String speaker, Trust trust) {
        return new Recollection(
                text,
                new Source(
                        Source.Kind.STATEMENT,
                        speaker,
                        Instant.parse("2026-05-03T10:00:00Z"),
                        List.of(new EpisodeId("e7"))),
                new Score(1, List.of()),
                Sensitivity.ORDINARY,
                trust);
    }

    @Test
    void weigh_namesTheStatementsThatSpeak_inTheOrderOfTheThings() {
        List<Liking> weighed =
                knowing(LEVEL, COMEDY, "Does not like horror.").weigh(List.of(ALIEN, AIRPLANE, "tea"), "");

        assertThat(weighed).extracting(Liking::thing).containsExactly(ALIEN, AIRPLANE, "tea");
        assertThat(weighed.get(0).worth()).isNegative();
        assertThat(weighed.get(0).grounds()).extracting(Ground::source).containsExactly("s2");
        assertThat(weighed.get(1).grounds()).containsExactly(new Ground(COMEDY, "s1", 1));
        assertThat(weighed.get(2).grounds()).isEmpty();
    }

    @Test
    void weigh_takesWhatThePersonSaid_whereThePersonaIsSilent() {
        List<Recollection> said = List.of(said("I love jazz.", "", Trust.TRUSTED));

        List<Ground> grounds = new Predictions(() -> persona(), about -> said)
                .weigh(List.of("jazz"), "")
                .get(0)
                .grounds();

        assertThat(grounds).singleElement().satisfies(ground -> {
            assertThat(ground.text()).isEqualTo("I love jazz.");
            assertThat(ground.source()).isEqualTo("e7");
            assertThat(ground.worth()).isPositive();
        });
        assertThat(new Predictions(() -> persona("Likes jazz."), about -> said)
                        .weigh(List.of("jazz"), "")
                        .get(0)
                        .grounds())
                .extracting(Ground::source)
                .containsExactly("s0");
    }

    @Test
    void weigh_countsWhatWasChosenForSuchAPurpose() {
        Predictions known = knowing("Chooses \"tea\" for \"breakfast\", 6 of 7.");

        assertThat(known.weigh(List.of("coffee", "tea"), "my breakfast").get(1).worth())
                .isGreaterThan(Liking.CLEAR);
        assertThat(known.weigh(List.of("coffee", "tea"), "dinner").get(1).grounds())
                .isEmpty();
    }

    @Test
    void weigh_takesNoWordsOfOthers() {
        List<Recollection> others =
                List.of(said("I love jazz.", "Bob", Trust.TRUSTED), said("I love jazz.", "", Trust.UNTRUSTED));

        assertThat(new Predictions(() -> persona(), about -> others)
                        .weigh(List.of("jazz"), "")
                        .get(0)
                        .grounds())
                .isEmpty();
    }

    @Test
    void rate_isTheScoreThatTheAnswerSays_withTheRangeOfTheirOwnScores() {
        io.personaagent.tools.Score score =
                knowing(LEVEL, COMEDY).rate(AIRPLANE).orElseThrow();

        assertThat(score.value()).isEqualTo(4);
        assertThat(score.range()).isEqualTo(new io.personaagent.tools.Score.Range(3, 5, 5));
        assertThat(score.ratings()).isEqualTo(20);
        assertThat(score.grounds()).extracting(Ground::source).containsExactly("s0", "s1");
        assertThat(score.grounds().get(1).worth()).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void rate_isOnTheScaleThatTheyUse() {
        String outOfTen = "Gives 7.00 on average, give or take 1.50, in 12 ratings.";

        assertThat(knowing(outOfTen).rate(ALIEN).orElseThrow().range().top()).isEqualTo(10);
        assertThat(knowing(LEVEL, "Gave of late: 3.00 (2x), 8.00 (1x).")
                        .rate(ALIEN)
                        .orElseThrow()
                        .range()
                        .top())
                .isEqualTo(10);
    }

    @Test
    void rate_isEmpty_whereNothingIsKnown() {
        assertThat(knowing("Likes comedies.").rate(AIRPLANE)).isEmpty();
    }
}
