package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {

    private static final String ADD_TEA =
            "{\"edits\": [{\"op\": \"add\", \"text\": \"Drinks green tea with every meal.\", \"because\": [\"i1\"]}], \"reason\": \"tea\"}";

    @TempDir
    Path folder;

    private final StubModelServer server = new StubModelServer().answering(this::role);
    private StubReply rewriter = StubReply.text(ADD_TEA);

    @AfterEach
    void stop() {
        server.close();
    }

    private StubReply role(StubModelServer.Received request) {
        if (request.body().contains("You judge, strictly")) {
            return StubReply.text("They want green tea.");
        }
        if (request.body().contains("You keep the statements")) {
            return rewriter;
        }
        return StubReply.text(request.body().contains("Drinks green tea") ? "green tea" : "I do not know.");
    }

    private TestHome home() {
        return TestHome.in(folder)
                .configured(
                        """
                        [model]
                        provider = "openai"
                        name = "stub"
                        base_url = "%s"
                        timeout_seconds = 2
                        """
                                .formatted(server.openAiUrl()));
    }

    private void meals(TestHome home, String... meals) {
        int second = 0;
        for (String meal : meals) {
            TestHome then = home.at(TestHome.NOON.plusSeconds(second++));
            then.run("chat", "--once", "What shall I drink with " + meal + "?");
            then.run("feedback", "last", "--correct", "green tea");
        }
    }

    @Test
    void align_putsABetterPersonaInForce_andTellsWhatItMayCostBefore() {
        TestHome home = home();
        meals(home, "breakfast", "brunch", "lunch", "supper", "dinner");

        Ran tried = home.run("align", "--dry-run");
        Ran ran = home.run("align");

        assertThat(tried.out()).startsWith("A new version would come into force: loss 0.000 instead of ");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("Version 2 is in force: loss 0.000 instead of ")
                .contains("\n  + Drinks green tea with every meal.\n", "\n  learned from  ", "\n  not seen      ");
        assertThat(ran.err())
                .startsWith(
                        "This takes at most 28 calls of the model: 3*(3*1 + 3 + 1) = 21 to improve and 7 to judge.\nIteration 1 of 3: 3 of 3 answers wrong, loss ")
                .contains("Iteration 2 of 3: 0 of 3 answers wrong, loss 0.000\n", "at most 28 calls were planned.\n");
        assertThat(home.run("persona", "show").out()).contains("Drinks green tea with every meal.");
    }

    @Test
    void align_json_isTheDecision() {
        TestHome home = home();
        rewriter = StubReply.text("no JSON");
        meals(home, "breakfast", "brunch", "lunch", "supper", "dinner");

        Ran ran = home.run("align", "--json", "--n", "2", "--iterations", "1");

        JsonNode decision = ran.json();
        assertThat(ran.exit()).isZero();
        assertThat(decision.path("verdict").asText()).isEqualTo("refused");
        assertThat(decision.path("version").asInt()).isEqualTo(1);
        assertThat(decision.path("batch")).hasSize(2);
        assertThat(decision.path("reason").asText())
                .isEqualTo("the model's rewrite cannot be used: it holds no JSON object");
        assertThat(decision.path("prompts")).extracting(JsonNode::asText).allMatch(hash -> hash.length() == 64);
        assertThat(decision.path("stages").path("gradient").path("calls").asInt())
                .isEqualTo(2);
    }

    @Test
    void align_whereTheModelDoesNotAnswer_changesNothingAndFails() {
        TestHome home = home();
        meals(home, "breakfast", "brunch");
        server.close();

        Ran ran = home.run("align");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("Version 1 stays: it could not be finished: the model server at %s cannot be reached"
                        .formatted(server.openAiUrl()));
    }

    @Test
    void align_withNothingToLearn_asksNoModel_andAsksToConfirmWhatSeemsMeant() {
        TestHome home = home();
        home.run("chat", "--once", "What do I drink?", "--session", "s");
        home.at(TestHome.NOON.plusSeconds(5)).run("chat", "--once", "No, I meant with breakfast", "--session", "s");
        int asked = server.received().size();

        Ran ran = home.run("align");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith(
                        "Version 1 stays: there are 0 answers of which it is known what was wanted, but it takes 2: one to learn from and one to judge\n");
        assertThat(ran.err())
                .containsPattern(
                        "\\S+ seems to have been wrong, going by what you said next\\. If so: personaagent feedback \\S+ --correct \"with breakfast\"\n");
        assertThat(server.received()).hasSize(asked);
    }

    /** Comedies get 5, horror films 2. */
    private static TestHome rated(TestHome home, int films) {
        for (int film = 1; film <= films; film++) {
            TestHome then = home.at(TestHome.NOON.plusSeconds(film));
            String genre = film % 2 == 0 ? "Comedy" : "Horror";
            then.run("chat", "--once", "How would I rate Film %d (1990). Genres: %s?".formatted(film, genre));
            then.run("feedback", "last", "--correct", film % 2 == 0 ? "5" : "2");
        }
        return home.at(TestHome.NOON.plusSeconds(1 + films));
    }

    @Test
    void align_withoutAModel_counts_andChangesTheAnswers() {
        TestHome home = rated(TestHome.in(folder), 12);

        Ran ran = home.run("align");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Version 2 is in force: loss ").contains("  + Rates Comedy ");
        assertThat(ran.err()).startsWith("This asks no model: it counts over what you corrected.\nIteration 1 of 3: ");
        assertThat(home.run("persona", "show").out()).contains(" above their mean, 3 of 3.", "Rates Horror ");
        assertThat(home.run("persona", "why", "rates-topic-comedy").out()).contains("Genres: Comedy?");
        assertThat(score(home, "Comedy")).isGreaterThan(score(home, "Horror"));
    }

    private static int score(TestHome home, String genre) {
        String said = home.run("chat", "--once", "How would I rate Another (1990). Genres: %s?".formatted(genre))
                .out();
        assertThat(said).containsPattern("^[1-5], going by how you rate\\.");
        return said.charAt(0) - '0';
    }

    @Test
    void align_withoutAModel_again_replacesWhatItSaid() {
        TestHome home = rated(TestHome.in(folder), 12);
        home.run("align");

        Ran ran = home.run("align", "--planner", "reflex");

        assertThat(ran.exit()).isZero();
        assertThat(home.run("persona", "show").out()).containsOnlyOnce("Rates Comedy ");
    }

    @Test
    void align_status_tellsWhereItStands() {
        TestHome home = rated(TestHome.in(folder), 12);

        Ran before = home.run("align", "--status");
        home.run("align");
        JsonNode after = home.run("align", "--status", "--json").json();

        assertThat(before.exit()).isZero();
        assertThat(before.out())
                .isEqualTo(
                        "No alignment is going on.\n12 answers were corrected since the last one; a chat aligns after 10 (align.every).\n");
        assertThat(after.path("goingOn").asBoolean()).isFalse();
        assertThat(after.path("unfinished").asBoolean()).isFalse();
        assertThat(after.path("fresh").asInt()).isZero();
        assertThat(after.path("every").asInt()).isEqualTo(10);
    }

    @Test
    void align_status_ofOneThatHasNoModelToAskAnyMore_tellsWhatItCost() {
        TestHome home = home();
        rewriter = StubReply.status(500, "text/plain", "out of order");
        meals(home, "breakfast", "brunch", "lunch", "supper", "dinner");
        home.run("align");

        Ran ran = home.run("align", "--status");
        rewriter = StubReply.text(ADD_TEA);
        int asked = server.received().size();
        home.run("align");

        assertThat(ran.out())
                .isEqualTo(
                        """
                        An alignment was cut short 2026-11-20 12:00; the next one goes on with it.
                        0 answers were corrected since the last one; a chat does not align by itself (align.every).
                        """);
        assertThat(home.run("persona", "show").out()).contains("Drinks green tea with every meal.");
        // Three answers again, for their words; three losses, one rewrite, three answers, two judges twice.
        assertThat(server.received().size() - asked).isEqualTo(3 + 3 + 1 + 3 + 2 * 2);
    }
}
