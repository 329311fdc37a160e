package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no server; what servers do is tried in core. */
class ServersCommandsTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void list_withoutAnySaysHowToAddOne() {
        assertThat(home.run("tools", "servers", "list"))
                .isEqualTo(new Ran(
                        0,
                        "",
                        "There are no MCP servers; add a table [mcp.NAME] with a command or a url to config.toml.\n"));
    }

    @Test
    void list_doesNotStartAny() {
        home.configured("[mcp.post]\ncommand = [\"touch\", \"%s\"]\n".formatted(folder.resolve("started")));

        assertThat(home.run("tools", "servers", "list").out())
                .isEqualTo("post  not seen yet  touch %s\n".formatted(folder.resolve("started")));
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void show_saysWhyAServerCannotBeReached() {
        home.configured("[mcp.post]\nurl = \"http://127.0.0.1:1/mcp\"\nheaders = { Authorization = \"POST_TOKEN\" }\n");

        Ran ran = home.run("tools", "servers", "show", "post");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo(
                        "personaagent: the MCP server 'post': cannot be started: the environment variable POST_TOKEN is not set\n");
        assertThat(home.run("tools", "servers", "approve", "post").err())
                .isEqualTo(
                        "personaagent: nothing of 'post' waits to be approved; see: personaagent tools servers show post\n");
        assertThat(home.run("tools", "servers", "forget", "post").err())
                .isEqualTo("personaagent: 'post' was never seen\n");
        assertThat(home.run("tools", "servers", "show", "mail").err())
                .endsWith("there is no MCP server 'mail'; there are: post\n");
    }

    @Test
    void anyCommandWithTools_saysWhatIsWrongWithTheConfiguration() {
        home.configured("[mcp.post]\ncomand = \"post\"\n");

        assertThat(home.run("tools", "list").err()).contains("mcp.post.comand is unknown; did you mean 'command'?");
    }

    @Test
    void skills_areListedShownAndVerified() throws Exception {
        assertThat(home.run("skills", "list").err())
                .startsWith("There are no skills; put a folder with a SKILL.md into ");
        Path letters = Files.createDirectories(folder.resolve("home/skills/letters"));
        Files.writeString(
                letters.resolve("SKILL.md"),
                "---\nname: letters\ndescription: How to write letters.\n---\nBegin with the date.\n");
        Files.createDirectories(folder.resolve("home/skills/broken"));

        assertThat(home.run("skills", "list"))
                .isEqualTo(new Ran(
                        0,
                        "letters  How to write letters.\n",
                        "skill broken cannot be used: SKILL.md is not there or cannot be read\n"));
        assertThat(home.run("skills", "show", "letters")).isEqualTo(new Ran(0, "Begin with the date.\n", ""));
        assertThat(home.run("skills", "show", "poems").err())
                .isEqualTo("personaagent: there is no skill 'poems'; there are: letters\n");
        assertThat(home.run("skills", "verify", letters.toString()).out())
                .isEqualTo("letters can be used: How to write letters.\n");
        assertThat(home.run("tools", "call", "read_skill", "name=letters").out())
                .isEqualTo("Begin with the date.\n");
        assertThat(home.run("chat", "--once", "What skills do you have?").out())
                .contains("letters: How to write letters.");
    }
}
