package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.PluginInfo.State;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPluginTest {

    @TempDir
    private Path temp;

    @Test
    void in_readsTheListOfTheProgram() throws IOException {
        Path jar = PluginJar.good("notes").write(temp.resolve("program/plugins/notes-1.0.0.jar"));
        String sha256 = DurableFile.sha256(jar);
        Files.writeString(temp.resolve("program/plugins/bundled.sha256"), sha256 + "  notes-1.0.0.jar\n");

        try (URLClassLoader program = program()) {
            List<BundledPlugin> bundled = BundledPlugin.in(program, "plugins");

            assertThat(bundled).extracting(BundledPlugin::fileName).containsExactly("notes-1.0.0.jar");
            assertThat(bundled.get(0).sha256()).isEqualTo(sha256);
            try (InputStream content = bundled.get(0).content().get()) {
                assertThat(content).hasSameContentAs(Files.newInputStream(jar));
            }
        }
    }

    @Test
    void in_isEmptyWithoutAList() throws IOException {
        try (URLClassLoader program = program()) {
            assertThat(BundledPlugin.in(program, "plugins")).isEmpty();
        }
    }

    @Test
    void in_refusesALineThatIsNone() throws IOException {
        Files.createDirectories(temp.resolve("program/plugins"));
        Files.writeString(temp.resolve("program/plugins/bundled.sha256"), "notes.jar\n");

        try (URLClassLoader program = program()) {
            assertThatThrownBy(() -> BundledPlugin.in(program, "plugins"))
                    .hasMessage("line 'notes.jar' of plugins/bundled.sha256 is not 'HASH  NAME'");
        }
    }

    @Test
    void unpack_writesTheJarOnlyWhenItIsNotThereAsBuilt() throws IOException {
        byte[] jar = PluginJar.good("notes").bytes();
        BundledFolder folder = new BundledFolder(temp.resolve("bundled"));
        BundledPlugin notes = PluginJar.bundled("notes.jar", jar, sha256(jar));
        Path unpacked = temp.resolve("bundled/notes.jar");
        FileTime old = FileTime.fromMillis(1_000_000);

        assertThat(folder.unpack(notes).state()).isEqualTo(State.READY);
        Files.setLastModifiedTime(unpacked, old);
        folder.unpack(notes);
        assertThat(Files.getLastModifiedTime(unpacked)).isEqualTo(old);
        Files.writeString(unpacked, "touched");

        assertThat(folder.unpack(notes).state()).isEqualTo(State.READY);
        assertThat(unpacked).hasBinaryContent(jar);
    }

    @Test
    void unpack_refusesAJarThatIsNotAsBuilt() throws IOException {
        byte[] jar = PluginJar.good("notes").bytes();
        String other = "0".repeat(64);

        PluginInfo info = new BundledFolder(temp.resolve("bundled")).unpack(PluginJar.bundled("notes.jar", jar, other));

        assertThat(info.state()).isEqualTo(State.REFUSED);
        assertThat(info.reason())
                .isEqualTo("is not the jar that the program was built with (sha256 %s, built with %s)"
                        .formatted(sha256(jar), other));
        assertThat(temp.resolve("bundled")).isEmptyDirectory();
    }

    @Test
    void unpack_failsWhenTheContentIsNotThere() {
        BundledPlugin broken = new BundledPlugin("notes.jar", "0".repeat(64), () -> {
            throw new IllegalStateException("gone");
        });

        PluginInfo info = new BundledFolder(temp.resolve("bundled")).unpack(broken);

        assertThat(info.state()).isEqualTo(State.FAILED);
        assertThat(info.reason()).isEqualTo("cannot be unpacked: java.lang.IllegalStateException: gone");
    }

    @Test
    void constructor_refusesANameThatLeadsOut() {
        assertThatThrownBy(() -> new BundledPlugin("../notes.jar", "", InputStream::nullInputStream))
                .hasMessage("'../notes.jar' is no name of a bundled jar");
    }

    private URLClassLoader program() throws IOException {
        return new URLClassLoader(new URL[] {temp.toUri().resolve("program/").toURL()}, null);
    }

    private String sha256(byte[] content) throws IOException {
        return DurableFile.sha256(Files.write(temp.resolve("hashed"), content));
    }
}
