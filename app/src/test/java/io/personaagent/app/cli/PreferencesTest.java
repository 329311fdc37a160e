package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody likes, from the first word to another answer, without a model. */
class PreferencesTest {

    @TempDir
    Path folder;

    private TestHome said(TestHome home, int second, String message) {
        TestHome then = home.at(TestHome.NOON.plusSeconds(second));
        then.run("chat", "--once", message);
        return then;
    }

    private void corrected(TestHome home, int second, String question, String truth) {
        said(home, second, question).run("feedback", "last", "--correct", truth);
    }

    private TestHome aligned() {
        TestHome home = TestHome.in(folder);
        said(home, 1, "I can't stand tea.");
        corrected(home, 2, "Tea or coffee?", "Coffee");
        corrected(home, 3, "Should I order cocoa or tea?", "cocoa");
        corrected(home, 4, "Would I rather drink tea or juice?", "juice");
        return home.at(TestHome.NOON.plusSeconds(9));
    }

    @Test
    void align_withoutAModel_putsWhatWasSaidInForce_andAnotherAnswerIsGiven() {
        TestHome home = aligned();
        JsonNode before = home.run("chat", "--once", "Tea or water?", "--json").json();

        Ran ran = home.run("align");
        JsonNode after = home.run("chat", "--once", "Tea or water?", "--json").json();

        assertThat(ran.out()).startsWith("Version 2 is in force: loss ").contains("  + Does not like tea.\n");
        assertThat(before.path("reply").asText()).doesNotContain("water");
        assertThat(before.path("steered")).isEmpty();
        assertThat(after.path("reply").asText())
                .startsWith("water, going by what I know of you:\n- Does not like tea. (stated-");
        assertThat(after.path("steered"))
                .singleElement()
                .satisfies(each -> assertThat(each.path("text").asText()).isEqualTo("Does not like tea."));
        assertThat(home.run(
                                "persona",
                                "why",
                                after.path("steered").path(0).path("id").asText())
                        .out())
                .contains("I can't stand tea.");
    }

    @Test
    void chat_asksWhatHelps_onlySoOften_andAnswersWhatWasAskedBefore() {
        TestHome home = TestHome.in(folder);
        String films = "Should I watch Alien (1979). Genres: Horror or Airplane! (1980). Genres: Comedy?";

        Ran asked = home.run("chat", "--once", films, "--session", "s");
        Ran answered = home.at(TestHome.NOON.plusSeconds(1)).run("chat", "--once", "No", "--session", "s");

        assertThat(asked.out()).isEqualTo("I don't know you well enough to say. Do you like Horror?\n");
        assertThat(answered.out())
                .isEqualTo(
                        "Airplane! (1980). Genres: Comedy, going by what I know of you:\n- Does not like horror. (you said so in this conversation)\n");
        assertThat(home.at(TestHome.NOON.plusSeconds(2))
                        .run("chat", "--once", "Jazz or folk?", "--session", "s")
                        .out())
                .isEqualTo("I don't know you well enough to say. Do you like Jazz?\n");
        assertThat(home.at(TestHome.NOON.plusSeconds(3))
                        .run("chat", "--once", "Soup or salad?", "--session", "s")
                        .out())
                .startsWith("I don't know you well enough to say: nothing that I know of you decides between these.");
    }

    @Test
    void chat_asksNothing_whereThatIsSwitchedOff() {
        TestHome home = TestHome.in(folder).configured("[elicit]\nquestions_per_session = 0\n");

        assertThat(home.run("chat", "--once", "Jazz or folk?").out())
                .startsWith("I don't know you well enough to say: nothing that I know of you decides between these.");
    }
}
