package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

    @TempDir
    Path folder;

    @Test
    void profile_beforeReflection_saysHowToMakeOne() {
        assertThat(TestHome.in(folder).run("memory", "profile"))
                .isEqualTo(new Ran(0, "", "There is no profile yet; 'personaagent memory reflect' makes one.\n"));
    }

    @Test
    void reflect_makesTheProfile_withWhatEachLineRestsOn() {
        TestHome home = TestHome.in(folder);
        home.run("chat", "--once", "I live in Paris.");
        home.at(TestHome.NOON.plusSeconds(3600)).run("chat", "--once", "I moved to Berlin.");

        Ran reflected = home.run("memory", "reflect");

        assertThat(reflected)
                .isEqualTo(new Ran(0, "", "2 lines of your profile are new or changed; there are 2 now.\n"));
        assertThat(home.run("memory", "profile").out())
                .containsPattern(
                        "I moved to Berlin\\.  \\(fact\\)\n    once, 2026-11-20 13:00: \\S+\n")
                .contains("I live in Paris.  (fact, no longer so)\n");
        JsonNode lines = home.run("memory", "profile", "--json").json();
        assertThat(lines).extracting(line -> line.path("replacedBy").asText()).containsExactly("", "lives=berlin");
        assertThat(lines.get(0).path("evidence")).hasSize(1);
        assertThat(home.run("memory", "reflect", "--json")
                        .json()
                        .path("changed")
                        .asInt())
                .isZero();
    }

    @Test
    void recall_aboutThePerson_showsTheProfile() {
        TestHome home = TestHome.in(folder);
        home.run("chat", "--once", "I love hiking.");
        home.run("memory", "reflect");

        assertThat(home.run("memory", "recall", "what do you know about me?").out())
                .contains("I love hiking.", "(derived)");
    }
}
