package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatterTest {

    @Test
    void changed_whenTheSameThingIsSaidOtherwise() {
        assertThat(Matter.changed("My sister's birthday is on 15 May", "My sister's birthday is on 14 May."))
                .isTrue();
        assertThat(Matter.changed("I moved, I live in Madrid now.", "I live in Berlin."))
                .isTrue();
        assertThat(Matter.changed("Actually my name is Bo", "My name is Bob")).isTrue();
    }

    @Test
    void changed_notWhenSomebodyElseIsMeant() {
        assertThat(Matter.changed("Tom lives in Paris", "I live in Berlin.")).isFalse();
        assertThat(Matter.changed("My name is Bo", "My sister's name is Ida")).isFalse();
        assertThat(Matter.changed("My brother lives in Rome", "I live in Berlin."))
                .isFalse();
        assertThat(Matter.changed("She lives in Rome", "I live in Berlin.")).isFalse();
    }

    @Test
    void changed_notWhenNothingIsTakenBack() {
        assertThat(Matter.changed("I live in Berlin, near the river", "I live in Berlin."))
                .isFalse();
        assertThat(Matter.changed("I like tea", "I like coffee with milk")).isFalse();
        assertThat(Matter.changed("", "I live in Berlin.")).isFalse();
    }

    @Test
    void coverage_knowsBritishAndAmericanSpelling() {
        assertThat(Matter.coverage("What's my favorite color?", "My favourite colour is green"))
                .isEqualTo(1);
    }
}
