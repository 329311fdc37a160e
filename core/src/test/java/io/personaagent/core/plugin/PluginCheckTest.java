package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCheckTest {

    private static final byte[] NOTHING = {};

    @TempDir
    private Path temp;

    private final PluginCheck check = new PluginCheck();

    @Test
    void check_acceptsAGoodPlugin() {
        PluginManifest manifest = check.check(written(PluginJar.good("notes")));

        assertThat(manifest.id()).isEqualTo("notes");
        assertThat(manifest.requires()).isEqualTo(">=1.0.0 & <2.0.0");
    }

    @Test
    void check_refusesAJarCutAtAnyPlace() throws IOException {
        byte[] whole = PluginJar.good("notes").bytes();
        Path jar = temp.resolve("cut.jar");
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            Files.write(jar, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> check.check(jar))
                    .isInstanceOf(PluginException.class)
                    .hasMessageStartingWith("is not a complete jar file (");
        }
    }

    @Test
    void check_refusesARottenByte() throws IOException {
        byte[] text = "x".repeat(2000).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = PluginJar.hollow("notes").entry("data.txt", text).bytes();
        int inside = new String(whole, StandardCharsets.ISO_8859_1).indexOf("data.txt") + 12;
        whole[inside] ^= 1;

        assertThatThrownBy(() -> check.check(Files.write(temp.resolve("rotten.jar"), whole)))
                .hasMessageStartingWith("is not a complete jar file (");
    }

    @Test
    void check_refusesWhatIsNoFile() {
        assertThatThrownBy(() -> check.check(temp)).hasMessage("is not a file");
        assertThatThrownBy(() -> check.check(temp.resolve("none.jar"))).hasMessage("is not a file");
    }

    @Test
    void check_refusesAJarWithoutManifest() {
        assertRefused(
                PluginJar.hollow("notes").withoutEntry("META-INF/MANIFEST.MF"),
                "has no manifest (META-INF/MANIFEST.MF)");
    }

    @Test
    void check_refusesAManifestThatIsNone() {
        PluginJar jar = PluginJar.hollow("notes")
                .entry("META-INF/MANIFEST.MF", "not a manifest\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> check.check(written(jar)))
                .hasMessageStartingWith("has a manifest that cannot be read: ");
    }

    @Test
    void check_refusesAnIncompleteManifest() {
        assertRefused(
                PluginJar.hollow("notes").noManifest("Plugin-Id"),
                "has no Plugin-Id in its manifest; it must be 1 to 64 of a-z, 0-9 and -, beginning with a letter");
        assertRefused(
                PluginJar.hollow("notes").noManifest("Plugin-Version"),
                "has no Plugin-Version in its manifest; it must be a version such as 1.0.0");
        assertRefused(
                PluginJar.hollow("notes").noManifest("Plugin-Requires"),
                "has no Plugin-Requires in its manifest; it must say which SPI it was made for, such as '>=1.0.0 & <2.0.0'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "Notes", "7up", "a b", "笔记"})
    void check_refusesAnUnusableId(String id) {
        assertThatThrownBy(() -> check.check(written(PluginJar.empty("x").manifest("Plugin-Id", id))))
                .hasMessageEndingWith("in its manifest; it must be 1 to 64 of a-z, 0-9 and -, beginning with a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.0.0/../..", "v1.0.0", "1.0.0 beta"})
    void check_refusesAnUnusableVersion(String version) {
        assertRefused(
                PluginJar.empty("x").manifest("Plugin-Version", version),
                "has the Plugin-Version '%s' in its manifest; it must be a version such as 1.0.0".formatted(version));
    }

    @ParameterizedTest
    @CsvSource({">=2.0.0", "2.0.0", "<1.0.0", ">1.0.0 & <2.0.0"})
    void check_refusesAnotherSpi(String requires) {
        assertRefused(
                PluginJar.hollow("notes").manifest("Plugin-Requires", requires),
                "needs SPI %s, this is 1.0.0".formatted(requires));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", ">=1.0.0", "~1.0.0", "^1.0.0", ">=0.9.0 & <1.1.0"})
    void check_acceptsThisSpi(String requires) {
        assertThat(check.check(written(PluginJar.hollow("notes").manifest("Plugin-Requires", requires)))
                        .requires())
                .isEqualTo(requires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ">=*", "any"})
    void check_refusesToLiveWithAnySpi(String requires) {
        assertRefused(
                PluginJar.hollow("notes").manifest("Plugin-Requires", requires),
                "has the Plugin-Requires '%s' in its manifest; it must say which SPI it was made for, such as '>=1.0.0 & <2.0.0'"
                        .formatted(requires));
    }

    @Test
    void check_refusesASpiThatCannotBeRead() {
        assertRefused(
                PluginJar.hollow("notes").manifest("Plugin-Requires", ">=1.0.0 and more"),
                "has the Plugin-Requires '>=1.0.0 and more' in its manifest, which cannot be read; write it like '>=1.0.0 & <2.0.0'");
    }

    @Test
    void check_refusesAJarThatDeclaresNoExtension() {
        assertRefused(
                PluginJar.hollow("notes").withoutEntry("META-INF/extensions.idx"),
                "declares no extension (META-INF/extensions.idx is missing); was PF4J's annotation processor on the compiler's path?");
        assertRefused(
                PluginJar.hollow("notes").entry("META-INF/extensions.idx", "# none\n".getBytes(StandardCharsets.UTF_8)),
                "declares no extension (META-INF/extensions.idx is empty); was PF4J's annotation processor on the compiler's path?");
    }

    @Test
    void check_refusesOtherJarsAndPlugins() {
        assertRefused(
                PluginJar.hollow("notes").manifest("Class-Path", "../../other.jar"),
                "names other jars in its manifest (Class-Path); a plugin is one jar");
        assertRefused(
                PluginJar.hollow("notes").entry("META-INF/INDEX.LIST", NOTHING),
                "names other jars (META-INF/INDEX.LIST); a plugin is one jar");
        assertRefused(
                PluginJar.hollow("notes").manifest("Plugin-Dependencies", "clock"),
                "depends on other plugins (Plugin-Dependencies); a plugin stands alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io/personaagent/tools/Tool",
                "io/personaagent/core/Agent",
                "io/personaagent/memory/sqlite/Store",
                "org/pf4j/PluginManager",
                "org/slf4j/Logger",
                "dev/langchain4j/agent/tool/ToolSpecification"
            })
    void check_refusesCopiesOfTheHostsClasses(String path) {
        String reason = "brings its own copy of %s, which belongs to the host; depend on it with scope 'provided'"
                .formatted(path.replace('/', '.'));

        assertRefused(PluginJar.hollow("notes").entry(path + ".class", NOTHING), reason);
        assertRefused(PluginJar.hollow("notes").entry("META-INF/versions/17/" + path + ".class", NOTHING), reason);
    }

    @Test
    void check_acceptsThePluginsOwnLibrariesAndPackages() {
        check.check(written(PluginJar.hollow("notes")
                .entry("com/fasterxml/jackson/databind/ObjectMapper.class", NOTHING)
                .entry("io/personaagent/plugins/notes/Notes.class", NOTHING)
                .entry("dev/langchain4j/model/openai/OpenAiChatModel.class", NOTHING)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "a/../../evil", "/etc/evil", "C:evil", "a\\evil", "a\u0000b", "a//b", "./a", "a/.."})
    void check_refusesPathsThatLeadOut(String path) {
        assertRefused(
                PluginJar.hollow("notes").entry(path, NOTHING),
                "has an entry '%s'; an entry's path must be relative, without '..', backslash, colon or control characters"
                        .formatted(path.replace('\u0000', '?')));
    }

    @Test
    void check_refusesEntriesThatDifferInCaseAtMost() {
        assertRefused(
                PluginJar.hollow("notes").entry("data/Straße", NOTHING).entry("data/STRASSE", NOTHING),
                "has two entries 'data/STRASSE' that differ in case at most");
    }

    @Test
    void check_refusesBombs() {
        assertRefused(
                PluginJar.hollow("notes").entry("zeros", new byte[64 << 20]),
                "unpacks to more than 100 times its size");
    }

    @Test
    void check_holdsEachLimit() {
        Path jar = written(PluginJar.hollow("notes").entry("more", new byte[3000]));

        assertLimited(jar, new ArchiveCheck.Limits(300, 100, 1 << 20, 100), "bytes large; a plugin may have 300");
        assertLimited(jar, new ArchiveCheck.Limits(1 << 20, 2, 1 << 20, 100), "entries; a plugin may have 2");
        assertLimited(jar, new ArchiveCheck.Limits(1 << 20, 100, 2000, 100), "unpacks to more than 2,000 bytes");
    }

    private void assertLimited(Path jar, ArchiveCheck.Limits limits, String reason) {
        assertThatThrownBy(() -> new PluginCheck(limits).check(jar)).hasMessageEndingWith(reason);
    }

    private void assertRefused(PluginJar jar, String reason) {
        assertThatThrownBy(() -> check.check(written(jar)))
                .isInstanceOf(PluginException.class)
                .hasMessage(reason);
    }

    private Path written(PluginJar jar) {
        return jar.write(temp.resolve("plugin.jar"));
    }
}
