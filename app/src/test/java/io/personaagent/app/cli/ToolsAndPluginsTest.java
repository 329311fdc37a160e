package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without a plugin; what the bundled ones do is tested with the packaged jar. */
class ToolsAndPluginsTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void toolsList_isData() {
        assertThat(home.run("tools", "list").exit()).isZero();
        assertThat(home.run("tools", "list", "--json").json().isArray()).isTrue();
    }

    @Test
    void toolsCall_anUnknownTool_isRefused() {
        Ran ran = home.run("tools", "call", "fly");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("personaagent: there is no tool 'fly'");
    }

    @Test
    void toolsCall_asJson_tellsTheFaultAsData() {
        Ran ran = home.run("tools", "call", "fly", "--json", "--arguments", "{\"to\": [1, 2]}", "by=air");

        JsonNode result = ran.json();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(result.path("fault").asText()).isEqualTo("caller");
        assertThat(result.path("arguments").toString()).isEqualTo("{\"to\":[1,2],\"by\":\"air\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
                    bla                @ 'bla' is not an argument; expected NAME=VALUE
                    =5                 @ '=5' is not an argument; expected NAME=VALUE
                    --arguments=[]     @ --arguments is []; expected a JSON object such as {"expression": "2 * 21"}
                    --arguments=null   @ --arguments is null; expected a JSON object such as {"expression": "2 * 21"}
                    --arguments=       @ --arguments is empty; expected a JSON object such as {"expression": "2 * 21"}
                    """)
    void toolsCall_argumentsThatAreNone_areRefused(String argument, String message) {
        assertThat(home.run("tools", "call", "calculate", argument))
                .isEqualTo(new Ran(1, "", "personaagent: %s\n".formatted(message)));
    }

    @Test
    void toolsCall_argumentsThatAreNotJson_areRefused() {
        assertThat(home.run("tools", "call", "calculate", "--arguments", "{oops")
                        .err())
                .startsWith("personaagent: --arguments is not JSON: ");
    }

    @Test
    void plugins_whatIsNoJar_isRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("not-a.jar"), "not a jar");

        assertThat(home.run("plugins", "install", folder.resolve("missing.jar").toString())
                        .exit())
                .isEqualTo(1);
        Ran refused = home.run("plugins", "install", text.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("personaagent: ");
        assertThat(home.run("plugins", "verify", text.toString()).exit()).isEqualTo(1);
    }

    @Test
    void plugins_whatIsNotInstalled_cannotBeRemoved() {
        assertThat(home.run("plugins", "remove", "ghost"))
                .isEqualTo(new Ran(1, "", "personaagent: there is no installed plugin 'ghost'; none is installed\n"));
    }

    @Test
    void plugins_noneInstalled_isWell() {
        assertThat(home.run("plugins", "list", "--json").json().isArray()).isTrue();
        assertThat(home.run("plugins", "list").exit()).isZero();
        assertThat(home.run("plugins", "verify"))
                .isEqualTo(new Ran(0, "", "No plugin is installed; the bundled ones come with the program.\n"));
        assertThat(home.run("plugins", "verify", "--json").json()).isEmpty();
    }

    @Test
    void doctor_looksAtEverything() {
        home.run("chat", "--once", "I live in Oslo.");

        assertThat(home.run("doctor").out())
                .contains(
                        "ok    home: " + home.folder(),
                        "ok    memory of me: 1 episodes, every hash right",
                        "ok    planner: reflex, no model is used");
        assertThat(home.run("doctor", "--json").json())
                .allSatisfy(
                        finding -> assertThat(finding.path("ok").asBoolean()).isTrue());
    }

    @Test
    void demo_tellsAsksAndCorrects() {
        Ran ran = home.run("demo");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("-- 2026-11-18", "> When is my sister's birthday?", "15 May");
        assertThat(ran.out().lines().filter(line -> line.contains("15 May"))).hasSizeGreaterThan(1);
    }
}
