package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "feedback",
                "persona",
                "persona show",
                "persona history",
                "persona diff",
                "persona why",
                "persona edit",
                "persona prototypes",
                "persona pin",
                "persona unpin",
                "persona rollback",
                "persona export",
                "persona import",
                "align",
                "memory",
                "memory recall",
                "memory list",
                "memory show",
                "memory profile",
                "memory reflect",
                "memory stats",
                "memory rebuild",
                "memory compare",
                "memory import",
                "memory export",
                "journal",
                "journal list",
                "journal show",
                "journal replay",
                "tools",
                "tools list",
                "tools call",
                "tools rules",
                "tools allow",
                "tools ask",
                "tools deny",
                "tools waiting",
                "tools answer",
                "tools servers",
                "tools servers list",
                "tools servers show",
                "tools servers approve",
                "tools servers forget",
                "undo",
                "skills",
                "skills list",
                "skills show",
                "skills verify",
                "plugins",
                "plugins resume",
                "plugins trust",
                "plugins sign",
                "plugins new",
                "plugins list",
                "plugins install",
                "plugins remove",
                "plugins verify",
                "eval",
                "eval retrieval",
                "eval predict",
                "doctor",
                "demo",
                "completion"
            })
    void help_ofEveryCommand_fitsATerminal(String command) {
        Ran ran = home.run((command + " --help").strip().split(" "));

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Usage: personaagent " + command, "--home=DIR", "shows this");
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void version_isOneLine() {
        assertThat(home.run("--version").out()).matches("personaagent \\S.* \\(plugin SPI 1\\.0\\.0, Java \\d+\\)\n");
        assertThat(home.run("-V").out()).isEqualTo(home.run("--version").out());
    }

    @Test
    void completion_isAScriptThatKnowsTheCommands() {
        Ran ran = home.run("completion");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("#!/usr/bin/env bash").contains("chat", "--once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
                    memroy          @ there is no command or argument 'memroy' here; did you mean 'memory'? @ personaagent
                    xyzzy           @ there is no command or argument 'xyzzy' here; there are: chat, feedback, persona, align, journal, memory, tools, undo, skills, plugins, eval, doctor, demo, completion @ personaagent
                    memory lst      @ there is no command or argument 'lst' here; did you mean 'list'? @ personaagent memory
                    memory          @ 'personaagent memory' needs a command; there are: recall, list, show, profile, reflect, stats, forget, rebuild, compare, exposures, import, export @ personaagent memory
                    persona         @ 'personaagent persona' needs a command; there are: show, history, diff, why, edit, prototypes, pin, unpin, rollback, export, import @ personaagent persona
                    persona why     @ Missing required parameter: 'STATEMENT' @ personaagent persona why
                    tools           @ 'personaagent tools' needs a command; there are: list, call, rules, allow, ask, deny, waiting, answer, servers @ personaagent tools
                    plugins         @ 'personaagent plugins' needs a command; there are: list, new, verify, install, resume, remove, sign, trust @ personaagent plugins
                    eval            @ 'personaagent eval' needs a command; there are: retrieval, predict @ personaagent eval
                    eval retrieval --data x @ Missing required option: '--dataset=NAME' @ personaagent eval retrieval
                    chat --onse hi  @ there is no option '--onse' here; did you mean '--once'? @ personaagent chat
                    doctor --zzzzzz @ there is no option '--zzzzzz' here @ personaagent doctor
                    memory list more @ there is no command or argument 'more' here @ personaagent memory list
                    memory list --limit x @ Invalid value for option '--limit': 'x' is not an int @ personaagent memory list
                    memory recall   @ Missing required parameter: 'QUESTION' @ personaagent memory recall
                    memory show     @ Missing required parameter: 'EPISODE' @ personaagent memory show
                    memory compare --backend lexical @ there is nothing to compare; give '--backend' twice, such as '--backend episodic-semantic --backend lexical' @ personaagent memory compare
                    memory import   @ Missing required parameter: 'FILE' @ personaagent memory import
                    tools call      @ Missing required parameter: 'TOOL' @ personaagent tools call
                    feedback last   @ Missing required argument (specify one of these): (--good | --bad | --correct=TEXT | --rate=MARK | --choose=OPTION | --confirm) @ personaagent feedback
                    feedback last --good --bad @ --good, --bad are mutually exclusive (specify only one) @ personaagent feedback
                    feedback --good @ Missing required parameter: 'EPISODE' @ personaagent feedback
                    chat --json     @ '--json' goes with '--once' only @ personaagent chat
                    chat --yes      @ '--yes' goes with '--once' only @ personaagent chat
                    chat --session s @ '--session' goes with '--once' only @ personaagent chat
                    --home          @ Missing required parameter for option '--home' (DIR) @ personaagent
                    """)
    void wrongUsage_saysWhatWouldBeRight_andExitsWith2(String line, String message, String command) {
        Ran ran = home.run(line.split(" "));

        assertThat(ran.err())
                .isEqualTo("personaagent: %s%nTry '%s --help'.%n"
                        .formatted(message, command)
                        .replace(System.lineSeparator(), "\n"));
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exit()).isEqualTo(2);
    }

    @Test
    void home_isTakenBeforeAndBehindTheCommand() {
        String other = folder.resolve("other").toString();
        home.run("--home", other, "--user", "bob", "chat", "--once", "I live in Oslo.");

        assertThat(home.run("memory", "list", "--home", other, "--user", "bob").out())
                .contains("I live in Oslo.");
        assertThat(home.run("memory", "--home", other, "--user=bob", "list").out())
                .contains("I live in Oslo.");
        assertThat(home.run("memory", "list").out()).isEmpty();
        assertThat(home.run("memory", "list", "--home", other).out()).isEmpty();
    }
}
