package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a plugin; rules about bundled tools are tried with the packaged jar. */
class RuleCommandsTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void rules_areThoseOfTheFile() throws IOException {
        policy(
                """
                [[rule]]
                decision = "allow"
                tool = "send_mail"
                user = "ada"
                arguments = { to = "*@example.com" }
                [[rule]]
                decision = "deny"
                tool = "*"
                """);

        assertThat(home.run("tools", "rules"))
                .isEqualTo(new Ran(
                        0,
                        """
                 1  allow  send_mail{to=*@example.com}  (ada)
                 2  deny   *  (everybody)
                """,
                        ""));
        assertThat(home.run("tools", "rules", "--json").json().get(0).toString())
                .isEqualTo(
                        "{\"decision\":\"allow\",\"tool\":\"send_mail\",\"user\":\"ada\",\"definition\":\"\",\"arguments\":{\"to\":\"*@example.com\"},\"anyArguments\":false}");
    }

    @Test
    void rules_removesTheOneOfThisNumber() throws IOException {
        policy("[[rule]]\ndecision = \"deny\"\ntool = \"send\"\n");

        assertThat(home.run("tools", "rules", "--remove", "1"))
                .isEqualTo(new Ran(0, "", "Removed: deny   send  (everybody)\n"));
        assertThat(home.run("tools", "rules").err()).startsWith("There are no rules of yours: ");
        assertThat(home.run("tools", "rules", "--remove", "1").err())
                .endsWith("policy.toml: there is no rule 1; there are 0\n");
    }

    @Test
    void allow_aToolThatThereIsNot_isRefused() {
        Ran ran = home.run("tools", "allow", "fly", "to=oslo");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).startsWith("personaagent: there is no tool 'fly'");
        assertThat(folder.resolve("home/policy.toml")).doesNotExist();
    }

    @Test
    void chat_saysWhatIsWrongWithTheRules() throws IOException {
        policy("[[rule]]\ndecision = \"yes\"\ntool = \"send\"\n");

        Ran ran = home.run("chat", "--once", "Hello.");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).endsWith("policy.toml: rule 1: decision is 'yes'; expected allow, ask or deny\n");
    }

    private void policy(String content) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/policy.toml"), content);
    }
}
