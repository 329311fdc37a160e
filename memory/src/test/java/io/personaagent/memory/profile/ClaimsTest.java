package io.personaagent.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I love hiking in the rain.|likes:hike rain|+",
                "Honestly, I can't stand coriander!|likes:coriand|-",
                "I don't like loud bars|likes:bar loud|-",
                "I prefer tea over coffee.|likes:coffe over tea|+",
                "I used to enjoy running.|likes:run|-",
                "I'm a big fan of jazz.|likes:jazz|+",
                "I never eat meat.|habit:eat meat|never",
                "I always take the stairs because they are healthy.|habit:stair take|always",
                "My favorite color is dark green.|favourite:color|dark green",
                "My favourite colour is dark green.|favourite:color|dark green",
                "I live in Paris.|lives|pari",
                "I just moved to Berlin last week.|lives|berlin",
                "I moved from Paris to Berlin.|lives|berlin",
                "I work at Siemens.|works-at|siemen",
                "I work as a nurse.|works-as|nurs",
                "I was born in Lyon.|born|lyon",
                "My name is Ada.|name|ada",
                "I'm 34 years old.|age|34",
                "I'm vegan.|diet|vegan",
                "I'm allergic to peanuts.|allergy:peanut|+",
                "I'm not allergic to peanuts.|allergy:peanut|-",
                "My dog is called Rex.|name of dog|rex",
                "My wife's name is Joan.|name of wife|joan",
                "I have two cats.|has:cat|two",
                "My birthday is on 14 May.|my birthday|14 mai"
            })
    void in_readsOneClaim(String text, String slot, String value) {
        assertThat(Claims.in(text))
                .extracting(Claim::slot, Claim::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(slot, value.replace("14 mai", Claims.terms("14 May"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do I love hiking?",
                "I would love to hike.",
                "I'd love to hike.",
                "I love it.",
                "I like that you asked.",
                "If I lived in Paris, I would be happy.",
                "Maybe I like jazz.",
                "She said \"I love jazz\".",
                "My sister loves jazz.",
                "You love jazz.",
                "I think Tom lives in Paris.",
                "I'm a bit tired.",
                "I'm in a hurry.",
                "I have a question.",
                "My head is spinning.",
                "My dog is tired.",
                "I was asking whether I like jazz?",
                "I wish I lived in Rome."
            })
    void in_whatIsNoClaim_readsNone(String text) {
        assertThat(Claims.in(text)).isEmpty();
    }

    @Test
    void in_severalClauses_readsEach() {
        List<Claim> claims =
                Claims.in("I love hiking but I hate camping. By the way, I live in Graz, and my cat is called Mo.");

        assertThat(claims)
                .extracting(Claim::slot, Claim::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("likes:hike", "+"),
                        org.assertj.core.groups.Tuple.tuple("likes:camp", "-"),
                        org.assertj.core.groups.Tuple.tuple("lives", "graz"),
                        org.assertj.core.groups.Tuple.tuple("name of cat", "mo"));
    }
}
