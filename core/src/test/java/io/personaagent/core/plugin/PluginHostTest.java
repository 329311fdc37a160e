package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.PluginInfo.State;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginHostTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private PluginShelf shelf;
    private PluginHost host;

    @BeforeEach
    void openShelf() {
        shelf = new PluginShelf(temp.resolve("plugins"), CLOCK);
        host = new PluginHost(shelf, List.of(), Duration.ofSeconds(20));
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @Test
    void start_runsAnInstalledPluginAndTellsAllAboutIt() throws IOException {
        install(PluginJar.good("notes"));

        PluginInfo notes = host.start().get(0);

        assertThat(notes.manifest())
                .isEqualTo(new PluginManifest("notes", "1.0.0", "Made for a test", "Example", ">=1.0.0 & <2.0.0"));
        assertThat(notes.file().path()).isEqualTo(temp.resolve("plugins/notes-1.0.0.jar"));
        assertThat(notes.file().sha256())
                .isEqualTo(DurableFile.sha256(notes.file().path()));
        assertThat(notes.file().source()).isEqualTo(PluginFile.Source.INSTALLED);
        assertThat(notes.state()).isEqualTo(State.STARTED);
        assertThat(notes.reason()).isEmpty();
        assertThat(notes.offered().tools()).containsExactly("notes");
        assertThat(host.plugins()).containsExactly(notes);
        FromPlugin<ToolProvider> provider = host.toolProviders().get(0);
        assertThat(provider.plugin()).isEqualTo("notes");
        assertThat(provider.extension().tools(ToolSettings.NONE).get(0).spec().name())
                .isEqualTo("notes");
    }

    @Test
    void start_findsMemoryProviders() {
        install(
                PluginJar.empty("recall")
                        .with(
                                "Memories",
                                """
                        @Extension
                        public final class Memories implements io.personaagent.memory.spi.MemoryProvider {
                            public String name() { return "forgetful"; }
                            public io.personaagent.memory.spi.MemoryBackend open(io.personaagent.memory.spi.MemoryContext context) {
                                throw new io.personaagent.memory.spi.MemoryException("nothing");
                            }
                        }
                        """));

        assertThat(host.start().get(0).offered().memories()).containsExactly("forgetful");
        assertThat(host.memoryProviders().get(0).name()).isEqualTo("forgetful");
        assertThat(host.toolProviders()).isEmpty();
    }

    @Test
    void start_runsTheOthersWhenOneBreaksInItsStart() {
        install(PluginJar.started("errs", "@Override public void start() { throw new Error(\"boom\"); }"));
        install(PluginJar.started("throws", "@Override public void start() { throw new RuntimeException(\"no\"); }"));
        install(PluginJar.good("good"));

        host.start();

        assertFailed("errs", "its start() broke: java.lang.Error: boom");
        assertFailed("throws", "its start() broke: java.lang.RuntimeException: no");
        assertThat(of("good").state()).isEqualTo(State.STARTED);
    }

    @Test
    void start_abandonsAPluginThatHangs() {
        install(PluginJar.started(
                "hangs",
                "@Override public void start() { try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException ended) { throw new IllegalStateException(ended); } }"));
        install(PluginJar.good("good"));
        PluginHost hurried = new PluginHost(shelf, List.of(), Duration.ofMillis(2500));

        List<PluginInfo> plugins = hurried.start();
        hurried.close();

        assertThat(plugins.get(0).state()).isEqualTo(State.FAILED);
        assertThat(plugins.get(0).reason()).isEqualTo("did not start within 2.5 s and was abandoned");
        assertThat(plugins.get(1).state()).isEqualTo(State.STARTED);
    }

    @Test
    void start_runsTheOthersWhenAnExtensionCannotBeMade() {
        install(PluginJar.member("constructor", "public Tools() { throw new IllegalStateException(\"not today\"); }"));
        install(PluginJar.member("static-init", "static final int ONE = Integer.parseInt(\"one\");"));
        install(PluginJar.member("hidden", "private Tools() {}"));
        install(PluginJar.good("good"));

        host.start();

        assertFailed("constructor", "its class example.Tools broke: java.lang.IllegalStateException: not today");
        assertFailed(
                "static-init",
                "its class example.Tools broke: java.lang.NumberFormatException: For input string: \"one\"");
        assertFailed(
                "hidden", "its class example.Tools broke: java.lang.NoSuchMethodException: example.Tools.<init>()");
        assertThat(of("good").state()).isEqualTo(State.STARTED);
    }

    @Test
    void start_refusesASecondPluginWithTheSameIdOrProvider() throws IOException {
        byte[] notes = PluginJar.good("notes").bytes();
        BundledPlugin bundled = PluginJar.bundled("notes-1.0.0.jar", notes, sha256(notes));
        install(PluginJar.good("notes").manifest("Plugin-Version", "2.0.0"));
        install(PluginJar.good("notes").manifest("Plugin-Id", "copycat"));
        host = new PluginHost(shelf, List.of(bundled), Duration.ofSeconds(20));

        List<PluginInfo> plugins = host.start();

        assertThat(plugins).extracting(PluginInfo::state).containsExactly(State.STARTED, State.REFUSED, State.REFUSED);
        assertThat(plugins.get(0).file().source()).isEqualTo(PluginFile.Source.BUNDLED);
        assertThat(plugins.get(1).reason())
                .isEqualTo("has the id 'notes' of another plugin, " + temp.resolve("plugins/bundled/notes-1.0.0.jar"));
        assertThat(plugins.get(2).reason())
                .isEqualTo("brings the tool provider 'notes', but plugin 'notes' has one of this name");
        assertThat(host.toolProviders()).hasSize(1);
    }

    @Test
    void start_refusesAJarThatChangedOrWasNotInstalled() throws IOException {
        install(PluginJar.good("changed"));
        Path changed = temp.resolve("plugins/changed-1.0.0.jar");
        String installed = DurableFile.sha256(changed);
        PluginJar.tool("changed", "return ToolResult.done(\"evil\");").write(changed);
        Path dropped = PluginJar.good("dropped").write(temp.resolve("plugins/dropped.jar"));
        install(PluginJar.good("missing"));
        Files.delete(temp.resolve("plugins/missing-1.0.0.jar"));

        host.start();

        assertThat(of("changed").state()).isEqualTo(State.REFUSED);
        assertThat(of("changed").reason())
                .isEqualTo("is not the jar that was installed (sha256 %s, installed was %s)"
                        .formatted(DurableFile.sha256(changed), installed));
        assertThat(of("dropped").state()).isEqualTo(State.REFUSED);
        assertThat(of("dropped").reason()).isEqualTo("was not installed; use 'plugins install %s'".formatted(dropped));
        assertFailed(
                "missing",
                "its jar %s is missing; install it again or use 'plugins remove missing'"
                        .formatted(temp.resolve("plugins/missing-1.0.0.jar")));
        assertThat(host.toolProviders()).isEmpty();
    }

    @Test
    void start_runsNoCodeOfAPluginThatIsRefused() throws IOException {
        System.clearProperty("personaagent.test.ran");
        String sideEffect = "static final Object RAN = System.setProperty(\"personaagent.test.ran\", \"yes\");";
        PluginJar.member("dropped", sideEffect).write(temp.resolve("plugins/dropped.jar"));
        assertThatThrownBy(() -> install(PluginJar.member("future", sideEffect).manifest("Plugin-Requires", ">=2.0.0")))
                .hasMessage("'%s' needs SPI >=2.0.0, this is 1.0.0", temp.resolve("download/plugin.jar"));

        host.start();

        assertThat(System.getProperty("personaagent.test.ran")).isNull();
        assertThat(host.plugins()).extracting(PluginInfo::state).containsExactly(State.REFUSED);
    }

    @Test
    void start_tellsAListThatCannotBeReadAndStartsTheBundledOnes() throws IOException {
        byte[] notes = PluginJar.good("notes").bytes();
        Files.createDirectories(temp.resolve("plugins"));
        Files.writeString(temp.resolve("plugins/installed.json"), "{ not json");
        host = new PluginHost(
                shelf, List.of(PluginJar.bundled("notes-1.0.0.jar", notes, sha256(notes))), Duration.ofSeconds(20));

        host.start();

        assertThat(of("notes").state()).isEqualTo(State.STARTED);
        assertThat(of("installed.json").state()).isEqualTo(State.FAILED);
        assertThat(of("installed.json").reason())
                .startsWith("the list of plugins " + temp.resolve("plugins/installed.json") + " cannot be read: ")
                .endsWith("; restore it, or move it away and install the plugins again");
        assertThat(temp.resolve("plugins/installed.json")).hasContent("{ not json");
    }

    @Test
    void start_refusesAProviderWithAnUnusableName() {
        install(
                PluginJar.good("fine")
                        .with(
                                "Tools",
                                """
                        @Extension
                        public final class Tools implements ToolProvider {
                            public String name() { return "../x"; }
                            public List<Tool> tools(ToolSettings settings) { return List.of(); }
                        }
                        """));

        host.start();

        assertFailed(
                "fine",
                "example.Tools is called '../x'; a name must be 1 to 64 of a-z, 0-9 and -, beginning with a letter");
    }

    @Test
    void start_failsAPluginThatBringsNothingOfUse() {
        install(PluginJar.empty("idle").with("Idle", "@Extension public class Idle implements ExtensionPoint {}"));

        host.start();

        assertFailed("idle", "none of its extensions is a ToolProvider or a MemoryProvider: example.Idle");
    }

    @Test
    void start_canBeDoneOnce() {
        install(PluginJar.good("notes"));
        host.start();

        assertThatThrownBy(host::start).isInstanceOf(IllegalStateException.class);
    }

    private void install(PluginJar jar) {
        shelf.install(jar.write(temp.resolve("download/plugin.jar")));
    }

    private PluginInfo of(String id) {
        return host.plugins().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void assertFailed(String id, String reason) {
        assertThat(of(id).reason()).isEqualTo(reason);
        assertThat(of(id).state()).isEqualTo(State.FAILED);
    }

    private String sha256(byte[] content) throws IOException {
        return DurableFile.sha256(Files.write(temp.resolve("hashed"), content));
    }
}
