package io.personaagent.persona.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tea or coffee?                                   | A tea, B coffee
                    Do you want tea or coffee?                       | A tea, B coffee
                    Would you like tea, coffee, or hot milk?         | A tea, B coffee, C hot milk
                    Sure. Which one: the Blue Door or Chez Ida?      | A the Blue Door, B Chez Ida
                    Is it May or June? Or both? Tell me.             | A May, B June
                    Tee oder Kaffee?                                 | A Tee, B Kaffee
                    你要茶还是咖啡？                                     | A 茶, B 咖啡
                    Would you rather see a comedy or "Alien"?        | A a comedy, B Alien
                    Choose:\\n1. Oslo\\n2. Bergen\\n3. **Tromsø**        | A Oslo, B Bergen, C Tromsø
                    Either:\\n- by train\\n- by bus                    | A by train, B by bus
                    (A) one\\n(B) two                                 | A one, B two
                    """)
    void in_findsWhatWasOffered(String reply, String options) {
        assertThat(Offer.in(reply.replace("\\n", "\n")).words()).isEqualTo(options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I don't know that yet. Tell me, and I will remember it.",
                "You can have tea or coffee.",
                "What do you want?",
                "- one line only",
                "Really?"
            })
    void in_otherRepliesOfferNothing(String reply) {
        assertThat(Offer.in(reply).options()).isEmpty();
    }

    @Test
    void named_takesWordsBeforeLettersAndNumbers() {
        Offer offer = new Offer(java.util.List.of("green tea", "2", "B"));

        assertThat(offer.named("Green  Tea.")).contains("green tea");
        assertThat(offer.named("a")).contains("green tea");
        assertThat(offer.named("1")).contains("green tea");
        assertThat(offer.named("2")).contains("2");
        assertThat(offer.named("B")).contains("B");
        assertThat(offer.named("D")).isEmpty();
        assertThat(offer.named("0")).isEmpty();
        assertThat(offer.named("tea")).isEmpty();
        assertThat(offer.named("")).isEmpty();
    }

    @Test
    @Timeout(20)
    void in_aHostileReply_isReadInNoTime() {
        for (String piece : java.util.List.of("or ", " , ", "1. ", "a or b, ", "do you want ", "? ", "  ")) {
            String reply = piece.repeat(20_000 / piece.length());
            assertThat(Offer.in(reply + "?").options()).hasSizeLessThan(27);
        }
    }
}
