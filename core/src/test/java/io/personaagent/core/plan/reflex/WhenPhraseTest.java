package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenPhraseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "tomorrow at 9",
                "at 14:30",
                "in 20 minutes",
                "in half an hour",
                "on Friday morning",
                "next Tuesday",
                "on 3 March",
                "at 7pm",
                "at noon",
                "in two weeks",
                "2026-12-24",
                "every Monday at 8",
                "on the 5th of May at 10:15"
            })
    void matches_whatSaysWhen(String phrase) {
        assertThat(WhenPhrase.matches(phrase)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mum", "to buy bread", "in the kitchen", "at home", "5", "in", "on my way tomorrow", "a", "明天"})
    void matches_nothingElse(String phrase) {
        assertThat(WhenPhrase.matches(phrase)).isFalse();
    }

    @Test
    void atEnd_takesTheLongestPhrase() {
        String said = "check in at the hotel on Friday at 9";

        assertThat(WhenPhrase.atEnd(said).map(said::substring)).contains("on Friday at 9");
    }

    @Test
    void atEnd_leavesSomethingBeforeIt() {
        assertThat(WhenPhrase.atEnd("tomorrow")).isEmpty();
        assertThat(WhenPhrase.atEnd("call Mum")).isEmpty();
    }
}
