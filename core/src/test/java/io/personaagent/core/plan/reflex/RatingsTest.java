package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RatingsTest {

    private static final String LEVEL = "Gives 3.00 on average, give or take 1.00, in 20 ratings.";
    private static final String COMEDY = "Rates Comedy 2.00 above their mean, 9 of 9.";

    private static Optional<String> answer(String message, String... sentences) {
        return step(message, sentences).map(Step.Answer::text);
    }

    private static List<String> steered(String message, String... sentences) {
        return step(message, sentences).orElseThrow().steered();
    }

    private static Optional<Step.Answer> step(String message, String... sentences) {
        List<Statement> statements = new ArrayList<>();
        for (String sentence : sentences) {
            statements.add(new Statement(
                    "s" + statements.size(),
                    sentence,
                    Statement.Kind.PREFERENCE,
                    new Support(1, Set.of(), Situations.NOW, Situations.NOW)));
        }
        Persona persona = new Persona(1, "rules", statements);
        Situation situation = Situation.of(
                new Message("s", message, Situations.NOW), new Background(persona, List.of(), List.of()), List.of());
        return new Ratings().answer(situation);
    }

    @Test
    void answer_isTheScoreThatThePersonaSays() {
        assertThat(answer("How would I rate Airplane! (1980). Genres: Comedy?", LEVEL))
                .contains("3, going by how you rate.");
        assertThat(answer("How would I rate Airplane! (1980). Genres: Comedy?", LEVEL, COMEDY))
                .contains("5, going by how you rate.");
        assertThat(answer("How would I rate Alien (1979). Genres: Horror?", LEVEL, COMEDY))
                .contains("3, going by how you rate.");
    }

    @Test
    void answer_namesTheStatementsThatHadAPart() {
        assertThat(steered("How would I rate Airplane! (1980). Genres: Comedy?", LEVEL, COMEDY, "Likes tea."))
                .containsExactly("s0", "s1");
        assertThat(steered("How would I rate Alien (1979). Genres: Horror?", LEVEL, COMEDY))
                .containsExactly("s0");
    }

    @Test
    void answer_isEmpty_whereNothingIsKnownOrAsked() {
        assertThat(answer("How would I rate Airplane! (1980)?", COMEDY)).isEmpty();
        assertThat(answer("How do I like my eggs?", LEVEL)).isEmpty();
    }
}
