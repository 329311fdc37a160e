package io.personaagent.plugins.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Ground;
import io.personaagent.tools.Liking;
import io.personaagent.tools.Likings;
import io.personaagent.tools.Score;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecommendTest {

    private static final Ground LEVEL = new Ground("Gives 3.00 on average.", "rates-level", 0);

    private final TestToolContext nobody = TestToolContext.of("nobody");
    private final TestToolContext ada = TestToolContext.of("ada")
            .liking(new Words(
                    List.of(new Ground("Likes horror.", "s1", 0.4), new Ground("Does not like tea.", "s2", -0.3))));
    private final TestToolContext bob =
            TestToolContext.of("bob").liking(new Words(List.of(new Ground("I can't stand horror", "e17", -0.5))));

    /** A person to whom things stand as the sentences say that share a word with them. */
    private record Words(List<Ground> known) implements Likings {

        @Override
        public List<Liking> weigh(List<String> things, String purpose) {
            return things.stream()
                    .map(thing -> new Liking(
                            thing,
                            known.stream()
                                    .filter(ground -> thing.toLowerCase(Locale.ROOT)
                                            .contains(ground.text().replaceAll(".* |\\.", "")))
                                    .toList()))
                    .toList();
        }

        @Override
        public Optional<Score> rate(String thing) {
            return known.get(0).worth() > 0
                    ? Optional.of(new Score(3.5, new Score.Range(2.5, 4.5, 5), 20, List.of(LEVEL, known.get(0))))
                    : Optional.empty();
        }
    }

    @Test
    void recommend_sameRequest_anotherPerson_anotherChoice_eachWithItsSentence() {
        Map<String, Object> request = Map.of("items", "Alien (horror), green tea or a walk?");

        assertThat(call("recommend", request, ada))
                .isEqualTo(
                        """
                        Alien (horror), going by what I know of you:
                        1. Alien (horror)
                           - for: Likes horror. (s1)
                        2. a walk (nothing known)
                        3. green tea
                           - against: Does not like tea. (s2)""");
        assertThat(call("recommend", request, bob))
                .isEqualTo(
                        """
                        Between green tea and a walk nothing that I know of you decides:
                        1. green tea (nothing known)
                        2. a walk (nothing known)
                        3. Alien (horror)
                           - against: I can't stand horror (e17)""");
    }

    @Test
    void recommend_saysThatItKnowsNothing() {
        assertThat(call("recommend", Map.of("items", List.of("tea", "coffee")), nobody))
                .isEqualTo(
                        "I don't know you well enough to say: nothing that I know of you speaks for or against any of these."
                                + " Tell me what you like, and I will remember it.");
    }

    @Test
    void recommend_handsThePurposeOn() {
        StringBuilder asked = new StringBuilder();
        TestToolContext context = nobody.liking(new Likings() {
            @Override
            public List<Liking> weigh(List<String> things, String purpose) {
                asked.append(things).append(" for ").append(purpose);
                return things.stream()
                        .map(thing -> new Liking(thing, List.of()))
                        .toList();
            }

            @Override
            public Optional<Score> rate(String thing) {
                return Optional.empty();
            }
        });

        call("recommend", Map.of("items", "tea; coffee", "purpose", " breakfast "), context);

        assertThat(asked).hasToString("[tea, coffee] for breakfast");
    }

    @Test
    void items_arePartedAsPeopleListThem() {
        assertThat(Items.of(List.of("tea, coffee, or water?"))).containsExactly("tea", "coffee", "water");
        assertThat(Items.of(List.of("“The Good, the Bad and the Ugly” or \"Heat\"")))
                .containsExactly("The Good, the Bad and the Ugly", "Heat");
        assertThat(Items.of(List.of("Alien. Genres: Horror, Sci-Fi or Airplane!. Genres: Comedy")))
                .containsExactly("Alien. Genres: Horror, Sci-Fi", "Airplane!. Genres: Comedy");
        assertThat(Items.of(List.of("- 茶\n- コーヒー\n"))).containsExactly("茶", "コーヒー");
        assertThat(Items.of(List.of("jazz", "opera or football"))).containsExactly("jazz", "opera", "football");
        assertThat(Items.of(List.of("Salt, Pepper", "Tea", "tea"))).containsExactly("Salt, Pepper", "Tea");
    }

    @Test
    void items_mustBeSeveral() {
        assertThatThrownBy(() -> Items.of(List.of("tea")))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(
                        "argument 'items' names 1 different things; expected 2 to 20, such as: tea, coffee or water");
        assertThatThrownBy(() -> Items.of(List.of("tea", "x".repeat(301))))
                .hasMessage("argument 'items' holds a thing of 301 characters; expected 1 to 300");
    }

    @Test
    void rate_sameRequest_anotherPerson_anotherAnswer() {
        Map<String, Object> request = Map.of("item", "Alien, a horror?");

        assertThat(call("predict_rating", request, ada))
                .isEqualTo(
                        """
                        I expect that you would give 3.5 of 5 to Alien, a horror, most likely between 2.5 and 4.5, going by 20 ratings of yours:
                           - Gives 3.00 on average. (rates-level)
                           - for: Likes horror. (s1)""");
        assertThat(call("predict_rating", request, bob))
                .isEqualTo(
                        """
                        I don't know yet how you rate, so I cannot say which score you would give to Alien, a horror. What I know:
                           - against: I can't stand horror (e17)""");
        assertThat(call("predict_rating", request, nobody))
                .isEqualTo(
                        "I don't know yet how you rate, so I cannot say which score you would give to Alien, a horror."
                                + " Rate a few such things, and I will learn it.");
    }

    private static String call(String name, Map<String, Object> arguments, TestToolContext context) {
        return new RecommendProvider()
                .tools(ToolSettings.NONE).stream()
                        .filter(tool -> tool.spec().name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .call(Arguments.of(arguments), context)
                        .fold(ToolResult.Done::text, ToolResult.Failed::message);
    }
}
