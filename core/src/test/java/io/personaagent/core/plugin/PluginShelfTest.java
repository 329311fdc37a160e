package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.PluginInfo.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginShelfTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private Path folder;
    private PluginShelf shelf;

    @BeforeEach
    void openShelf() {
        folder = temp.resolve("plugins");
        shelf = new PluginShelf(folder, CLOCK);
    }

    @Test
    void install_copiesTheJarAndListsIt() throws IOException {
        Path jar = written("notes", "1.0.0");

        PluginInfo info = shelf.install(jar);

        assertThat(info.state()).isEqualTo(State.READY);
        assertThat(folder.resolve("notes-1.0.0.jar")).hasSameBinaryContentAs(jar);
        assertThat(folder.resolve("installed.json"))
                .hasContent(
                        """
                        {
                          "format" : 1,
                          "plugins" : [ {
                            "id" : "notes",
                            "version" : "1.0.0",
                            "sha256" : "%s",
                            "installedAt" : "2026-03-01T12:00:00Z",
                            "from" : "%s"
                          } ]
                        }"""
                                .formatted(DurableFile.sha256(jar), jar));
        assertThat(files()).containsExactly(".lock", "installed.json", "notes-1.0.0.jar");
    }

    @Test
    void install_updatesAPluginOfTheSameId() throws IOException {
        shelf.install(written("clock", "1.0.0"));
        shelf.install(written("notes", "1.0.0"));

        shelf.install(written("notes", "1.1.0"));

        assertThat(shelf.verify())
                .extracting(plugin -> plugin.manifest().version())
                .containsExactly("1.0.0", "1.1.0");
        assertThat(shelf.verify()).extracting(PluginInfo::state).containsOnly(State.READY);
        assertThat(files()).contains("notes-1.1.0.jar").doesNotContain("notes-1.0.0.jar");
    }

    @Test
    void install_leavesEverythingWhenTheJarIsNoPlugin() throws IOException {
        shelf.install(written("notes", "1.0.0"));
        Path bad = PluginJar.hollow("notes").noManifest("Plugin-Id").write(temp.resolve("bad.jar"));

        assertThatThrownBy(() -> shelf.install(bad))
                .isInstanceOf(PluginException.class)
                .hasMessage(
                        "'%s' has no Plugin-Id in its manifest; it must be 1 to 64 of a-z, 0-9 and -, beginning with a letter",
                        bad);
        assertThat(shelf.verify()).extracting(PluginInfo::state).containsExactly(State.READY);
        assertThat(files()).containsExactly(".lock", "installed.json", "notes-1.0.0.jar");
    }

    @Test
    void install_saysWhenThereIsNoSuchFile() {
        assertThatThrownBy(() -> shelf.install(temp.resolve("none.jar")))
                .hasMessage("'%s' is not a file", temp.resolve("none.jar"));
        assertThat(folder).doesNotExist();
    }

    @Test
    void remove_takesThePluginAway() throws IOException {
        shelf.install(written("notes", "1.0.0"));

        shelf.remove("notes");

        assertThat(shelf.verify()).isEmpty();
        assertThat(files()).containsExactly(".lock", "installed.json");
    }

    @Test
    void remove_namesWhatIsInstalled() {
        assertThatThrownBy(() -> shelf.remove("note"))
                .hasMessage("there is no installed plugin 'note'; none is installed");
        shelf.install(written("clock", "1.0.0"));
        shelf.install(written("notes", "1.0.0"));

        assertThatThrownBy(() -> shelf.remove("note"))
                .hasMessage("there is no installed plugin 'note'; installed are: clock, notes");
    }

    @Test
    void remove_clearsAnEntryWhoseJarIsMissing() throws IOException {
        shelf.install(written("notes", "1.0.0"));
        Files.delete(folder.resolve("notes-1.0.0.jar"));

        shelf.remove("notes");

        assertThat(shelf.verify()).isEmpty();
    }

    @Test
    void verify_checksAJarAnywhere() {
        Path good = written("notes", "1.0.0");
        Path bad = PluginJar.hollow("future")
                .manifest("Plugin-Requires", ">=2.0.0")
                .write(temp.resolve("future.jar"));

        assertThat(shelf.verify(good).state()).isEqualTo(State.READY);
        assertThat(shelf.verify(bad).state()).isEqualTo(State.REFUSED);
        assertThat(shelf.verify(bad).reason()).isEqualTo("needs SPI >=2.0.0, this is 1.0.0");
        assertThat(shelf.verify(temp.resolve("none.jar")).state()).isEqualTo(State.FAILED);
        assertThat(shelf.verify(temp.resolve("none.jar")).reason()).startsWith("cannot be read: ");
    }

    @Test
    void verify_findsNothingInAFolderThatIsNotThere() {
        assertThat(shelf.verify()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ not json| Unexpected character",
                "null| its format is missing, this program knows 1",
                "{\"format\":2,\"plugins\":[]}| its format is 2, this program knows 1",
                "{\"format\":1}| it has no list of plugins",
                "{\"format\":1,\"plugins\":[null]}| it has no list of plugins",
                "{\"format\":1,\"plugins\":[],\"more\":1}| Unrecognized field \"more\"",
                "{\"format\":1,\"plugins\":[{\"id\":\"../x\",\"version\":\"1.0.0\"}]}| Cannot construct instance"
            })
    void everyCommand_leavesAListAloneThatItCannotRead(String content, String reason) throws IOException {
        Path jar = written("notes", "1.0.0");
        Files.createDirectories(folder);
        Path list = Files.writeString(folder.resolve("installed.json"), content);

        assertThatThrownBy(() -> shelf.install(jar))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("the list of plugins %s cannot be read: %s".formatted(list, reason.strip()))
                .hasMessageEndingWith("; restore it, or move it away and install the plugins again");
        assertThatThrownBy(() -> shelf.remove("notes")).isInstanceOf(PluginException.class);
        assertThat(shelf.verify()).extracting(PluginInfo::state).containsExactly(State.FAILED);
        assertThat(list).hasContent(content);
        assertThat(files()).containsExactly(".lock", "installed.json");
    }

    private Path written(String id, String version) {
        return PluginJar.hollow(id).manifest("Plugin-Version", version).write(temp.resolve(id + ".jar"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
