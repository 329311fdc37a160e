package io.personaagent.persona.elicit;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Statement.Polarity;
import io.personaagent.persona.Support;
import io.personaagent.persona.choice.Leanings;
import io.personaagent.persona.tendency.Belief;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InquiriesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<String> FILMS = List.of(
            "Alien (1979). Genres: Horror, Sci-Fi",
            "Airplane! (1980). Genres: Comedy",
            "Scream (1996). Genres: Horror, Comedy");

    private static Inquiries knowing(String... sentences) {
        List<Statement> statements = new ArrayList<>();
        for (String sentence : sentences) {
            statements.add(new Statement(
                    "s" + statements.size(),
                    new Meaning(sentence, Statement.Kind.PREFERENCE, Polarity.NEUTRAL, 1),
                    new Support(1, Set.of(), NOON, NOON),
                    Standing.NEW));
        }
        return new Inquiries(Leanings.of(new Persona(1, "r", statements).statements(), List.of()));
    }

    @Property
    void gain_isNeverNegative(
            @ForAll @DoubleRange(min = -3, max = 3) double mean,
            @ForAll @DoubleRange(min = 0.01, max = 2) double variance,
            @ForAll @Size(3) List<@DoubleRange(min = -2, max = 2) Double> worths,
            @ForAll @Size(3) List<@DoubleRange(min = 0, max = 1) Double> shares) {
        assertThat(Gain.of(new Belief(mean, variance), worths, shares)).isGreaterThanOrEqualTo(0);
    }

    @Property
    void gain_isTheMeanOverTheAnswers_andNoneWhereAllHaveTheSameShare(
            @ForAll @DoubleRange(min = -1, max = 1) double mean,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @Size(3) List<@DoubleRange(min = -2, max = 2) Double> worths) {
        assertThat(Gain.of(new Belief(mean, 0.4), worths, List.of(share, share, share)))
                .isLessThan(1e-9);
    }

    @Property(tries = 50)
    void best_hasTheLargestGain_ofAllThatCouldBeAsked(
            @ForAll @DoubleRange(min = 0, max = 2) double horror,
            @ForAll @DoubleRange(min = 0, max = 2) double comedy) {
        Inquiries inquiries = knowing(
                "Gives 3.00 on average, give or take 1.00, in 20 ratings.",
                String.format(Locale.ROOT, "Rates Horror %.2f above their mean, 2 of 3.", horror),
                String.format(Locale.ROOT, "Rates Comedy %.2f below their mean, 2 of 3.", comedy));

        double largest = inquiries.between(FILMS).stream()
                .mapToDouble(Inquiry::gain)
                .max()
                .orElseThrow();

        assertThat(inquiries.between(FILMS))
                .extracting(Inquiry::object)
                .containsExactlyInAnyOrder("Horror", "Sci-Fi", "Comedy");
        assertThat(inquiries.between(FILMS)).isSortedAccordingTo(Comparator.comparingDouble(each -> -each.gain()));
        assertThat(inquiries.best(FILMS).map(Inquiry::gain).orElse(largest)).isEqualTo(largest);
    }

    @Test
    void best_asksForWhatTellsTheOptionsApart_andIsLessKnown() {
        List<String> two = List.of("Alien (1979). Genres: Horror, Drama", "Airplane! (1980). Genres: Comedy, Drama");

        assertThat(knowing().between(two))
                .filteredOn(each -> each.object().equals("Drama"))
                .allMatch(each -> each.gain() < 1e-9);
        assertThat(knowing(
                                "Gives 3.00 on average, give or take 1.00, in 90 ratings.",
                                "Rates Horror 0.01 above their mean, 40 of 80.")
                        .best(two)
                        .map(Inquiry::question))
                .contains("Do you like Comedy?");
    }

    @Test
    void best_asksForAThingItself_whereNoTopicIsNamed() {
        assertThat(knowing().best(List.of("tea", "coffee")).map(Inquiry::question))
                .contains("Do you like tea?");
        assertThat(knowing().about("tea")).isEmpty();
        assertThat(knowing().about("Alien (1979). Genres: Horror").map(Inquiry::object))
                .contains("Horror");
    }

    @Test
    void normal_isWhatTablesSay() {
        assertThat(Normal.below(0)).isBetween(0.4999999, 0.5000001);
        assertThat(Normal.below(1.96)).isBetween(0.97500, 0.97501);
        assertThat(Normal.below(-1)).isBetween(0.15865, 0.15866);
    }
}
