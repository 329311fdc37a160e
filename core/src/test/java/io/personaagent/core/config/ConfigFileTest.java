package io.personaagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    @TempDir
    private Path folder;

    private Settings read(String content) throws IOException {
        Files.writeString(folder.resolve("config.toml"), content);
        return ConfigFile.read(folder.resolve("config.toml"), Map.of());
    }

    @Test
    void read_takesTablesAndTypes() throws IOException {
        Settings settings = read(
                """
                user = "ada"
                [turn]
                max_steps = 4
                [model]
                temperature = 0.2
                stream = false
                [plugins.wikipedia]
                base_url = "https://de.wikipedia.org"
                """);

        assertThat(settings.text("user")).isEqualTo("ada");
        assertThat(settings.count("turn.max_steps")).isEqualTo(4);
        assertThat(settings.text("model.temperature")).isEqualTo("0.2");
        assertThat(settings.flag("model.stream")).isFalse();
        assertThat(settings.table("plugins.wikipedia")).containsEntry("base_url", "https://de.wikipedia.org");
    }

    @Test
    void read_worksWithoutAFile() {
        assertThat(ConfigFile.read(folder.resolve("config.toml"), Map.of()).text("user"))
                .isEqualTo("me");
    }

    @Test
    void read_namesTheLineThatIsNotToml() {
        assertThatThrownBy(() -> read("user = \"ada\"\nplanner reflex\n"))
                .hasMessageStartingWith(folder.resolve("config.toml") + ": line 2 is not TOML: ");
    }

    @Test
    void at_makesTheHomeForItsOwnerAlone() throws IOException {
        Home home = Home.at(folder.resolve("new/home"));

        assertThat(home.folder()).isDirectory();
        assertThat(Files.getPosixFilePermissions(home.folder()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void at_refusesAHomeThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Home.at(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("home " + file + " cannot be written to")
                .hasMessageEndingWith("choose another with --home DIR or the environment variable PERSONAAGENT_HOME");
    }
}
