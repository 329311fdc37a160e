package io.personaagent.core.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileTest {

    private static final Rule ALLOW = new Rule(
            Rule.Decision.ALLOW,
            "ada",
            "send",
            ArgumentPattern.of(Map.of("to", "ida@example.com", "text of \"it\"", "line\n\\*\t\u0001")),
            "0123456789abcdef");
    private static final Rule DENY = new Rule(Rule.Decision.DENY, "", "*", ArgumentPattern.ANY, "");

    @TempDir
    private Path temp;

    private Path file = Path.of("policy.toml");
    private RuleFile rules = new RuleFile(file);

    @BeforeEach
    void file() {
        file = temp.resolve("policy.toml");
        rules = new RuleFile(file);
    }

    @Test
    void read_hasNoRulesWhereThereIsNoFile() {
        assertThat(rules.read()).isEmpty();
    }

    @Test
    void add_keepsARuleToTheLastSign() {
        rules.add(ALLOW);
        rules.add(DENY);

        assertThat(rules.read()).containsExactly(ALLOW, DENY);
    }

    @Test
    void add_keepsWhatThePersonWrote() throws IOException {
        Files.writeString(file, "# mine\n[[rule]]\ndecision = \"ask\"\ntool = \"note_*\"\n");

        rules.add(DENY);

        assertThat(file)
                .hasContent(
                        """
                        # mine
                        [[rule]]
                        decision = "ask"
                        tool = "note_*"

                        [[rule]]
                        decision = "deny"
                        tool = "*"
                        """);
    }

    @Test
    void remove_takesTheRuleOfThisPlace() {
        rules.add(ALLOW);
        rules.add(DENY);

        assertThat(rules.remove(1)).isEqualTo(ALLOW);

        assertThat(rules.read()).containsExactly(DENY);
        assertThatThrownBy(() -> rules.remove(2))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": there is no rule 2; there are 1");
    }

    @Test
    void read_saysAllThatIsWrong_andLosesNothing() throws IOException {
        String content =
                """
                rules = 3
                [[rule]]
                decision = "allow"
                tol = "send"
                [[rule]]
                decision = 1
                tool = "send"
                arguments = "to"
                """;
        Files.writeString(file, content);

        assertThatThrownBy(() -> rules.add(DENY))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file
                        + ": 'rules' is unknown; each rule begins with [[rule]]"
                        + "; rule 1: 'tol' is unknown; did you mean 'tool'?"
                        + "; rule 1: it needs a tool; '*' stands for every tool"
                        + "; rule 2: 'decision' is 1; expected a text in quotes"
                        + "; rule 2: decision is ''; expected allow, ask or deny"
                        + "; rule 2: arguments must be a table such as { to = \"ida@example.com\", text = \"*\" }");
        assertThat(file).hasContent(content);
    }

    @Test
    void read_saysWhichLineIsNotToml() throws IOException {
        Files.writeString(file, "[[rule]]\ndecision = allow\n");

        assertThatThrownBy(rules::read)
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ": line 2 is not TOML: ");
    }
}
