package io.personaagent.core.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.config.ConfigException;
import io.personaagent.tools.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    @Test
    void servers_readsACommand() {
        ServerConfig files = ConfigReader.servers(Map.of(
                        "files.command", "npx",
                        "files.args", "[\"-y\", \"server\"]",
                        "files.set.ROOT", "/srv",
                        "files.env", "[\"TOKEN\"]",
                        "files.read_only", "[\"read\"]",
                        "files.tools", "[\"read\", \"write\"]"))
                .get(0);

        assertThat(files.reach())
                .isEqualTo(new Reach.Command(List.of("npx", "-y", "server"), Map.of("ROOT", "/srv"), List.of("TOKEN")));
        assertThat(files.choice().effectOf("read")).isEqualTo(Effect.READ);
        assertThat(files.choice().effectOf("write")).isEqualTo(Effect.EXTERNAL);
        assertThat(files.choice().wants("delete")).isFalse();
    }

    @Test
    void servers_tellsAllThatIsWrong() {
        assertThatThrownBy(() -> ConfigReader.servers(Map.of(
                        "a.comand", "npx",
                        "b.url", "http://example.org/mcp",
                        "b.effect", "none",
                        "c.command", "[\"x\"]",
                        "c.env", "[\"KEY=secret\"]",
                        "D.command", "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "settings: mcp.D is not usable as a name; expected at most 24 of a-z, 0-9 and -, beginning with a letter; "
                                + "mcp.a.comand is unknown; did you mean 'command'?; "
                                + "mcp.a has no command and no url; expected one of them; "
                                + "mcp.b.effect is 'none'; expected read, write or external; "
                                + "mcp.b.url is 'http://example.org/mcp'; expected https://HOST/PATH, or http:// to this machine; "
                                + "mcp.c.env names 'KEY=secret'; expected names of environment variables, and no values");
    }
}
