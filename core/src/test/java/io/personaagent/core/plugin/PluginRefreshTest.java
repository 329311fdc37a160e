package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plugin.PluginInfo.State;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that come, change and go while the host runs. */
class PluginRefreshTest {

    /** A thousand take half a minute: {@code mvn test -pl core -am -Dtest=PluginRefreshTest -Dplugin.reloads=1000}. */
    private static final int RELOADS = Integer.getInteger("plugin.reloads", 150);

    private static final int WARM = 50;
    private static final long GROWTH = 5 << 20;

    @TempDir
    private Path temp;

    private PluginShelf shelf;
    private PluginHost host;
    private ToolCatalogue catalogue = ToolCatalogue.of(List.of());

    @BeforeEach
    void startHost() {
        shelf = new PluginShelf(temp.resolve("plugins"), Clock.systemUTC());
        host = new PluginHost(shelf, List.of(), Duration.ofSeconds(20));
        host.start();
        catalogue = ToolCatalogue.from(List.of(new PluginTools(host, name -> ToolSettings.NONE)));
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @Test
    void refresh_startsReplacesAndStops() {
        assertThat(host.refresh()).isFalse();

        shelf.install(named("first").write(jar("first")));
        assertThat(host.refresh()).isTrue();
        assertThat(tools()).containsExactly("first");

        shelf.install(named("second").write(jar("second")));
        assertThat(host.refresh()).isTrue();
        assertThat(tools()).containsExactly("second");
        assertThat(host.refresh()).isFalse();

        shelf.remove("hot");
        assertThat(host.refresh()).isTrue();
        assertThat(tools()).isEmpty();
        assertThat(host.plugins()).isEmpty();
    }

    @Test
    void tools_areThoseThatAreInstalled_whoeverInstalledThem() {
        PluginShelf another = new PluginShelf(temp.resolve("plugins"), Clock.systemUTC());
        assertThat(tools()).isEmpty();

        another.install(named("first").write(jar("first")));
        assertThat(tools()).containsExactly("first");

        another.remove("hot");
        assertThat(tools()).isEmpty();
    }

    @Test
    void refresh_leavesTheOthersAlone() {
        shelf.install(PluginJar.good("steady").write(jar("steady")));
        host.refresh();
        ToolProvider steady = host.toolProviders().get(0).extension();

        shelf.install(named("first").write(jar("first")));
        host.refresh();

        assertThat(host.toolProviders().get(0).extension()).isSameAs(steady);
        assertThat(host.plugins()).extracting(PluginInfo::state).containsExactly(State.STARTED, State.STARTED);
    }

    @Test
    void refresh_doesNotTryAgainWhatBroke() {
        System.clearProperty("personaagent.test.starts");
        shelf.install(PluginJar.started(
                        "breaks",
                        "@Override public void start() { System.setProperty(\"personaagent.test.starts\","
                                + " System.getProperty(\"personaagent.test.starts\", \"\") + \"x\"); throw new Error(\"no\"); }")
                .write(jar("breaks")));
        host.refresh();

        shelf.install(named("first").write(jar("first")));
        host.refresh();

        assertThat(System.getProperty("personaagent.test.starts")).isEqualTo("x");
        assertThat(host.plugins()).extracting(PluginInfo::state).containsExactly(State.FAILED, State.STARTED);
        assertThat(host.plugins().get(0).reason()).isEqualTo("its start() broke: java.lang.Error: no");
    }

    @Test
    void refresh_leavesAMemoryBackendInItsPlace() {
        shelf.install(memories("1.0.0").write(jar("memories")));
        host.refresh();

        shelf.install(memories("1.1.0").write(jar("newer")));
        host.refresh();

        assertThat(host.memoryProviders()).hasSize(1);
        assertThat(host.plugins().get(0).manifest().version()).isEqualTo("1.0.0");
        assertThat(host.plugins().get(0).reason())
                .isEqualTo("has a newer jar; it brings a memory backend, which may be in use, so the old one runs"
                        + " until the program ends");

        shelf.remove("recall");
        host.refresh();

        assertThat(host.plugins().get(0).state()).isEqualTo(State.STARTED);
        assertThat(host.plugins().get(0).reason())
                .isEqualTo("was removed; it brings a memory backend, which may be in use, so the old one runs"
                        + " until the program ends");
    }

    @Test
    void refresh_manyTimes_leaksNoClassLoader() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        List<Path> jars =
                List.of(named("first").write(jar("first")), named("second").write(jar("second")));
        long before = 0;
        long began = System.nanoTime();
        for (int i = 0; i < RELOADS; i++) {
            shelf.install(jars.get(i % 2));
            assertThat(host.refresh()).isTrue();
            assertThat(tools()).containsExactly(i % 2 == 0 ? "first" : "second");
            loaders.add(new WeakReference<>(
                    host.toolProviders().get(0).extension().getClass().getClassLoader()));
            if (i == WARM) {
                before = metaspace();
            }
        }
        host.close();
        assertThat(tools()).isEmpty();

        assertThat(loaders.stream().distinct().count()).isEqualTo(RELOADS);
        long after = metaspace();
        long left = loaders.stream().filter(loader -> loader.get() != null).count();
        System.out.printf(
                "%d reloads in %d ms: metaspace %+d KiB since the %dth, %d class loaders left%n",
                RELOADS, (System.nanoTime() - began) / 1_000_000, (after - before) / 1024, WARM, left);
        assertThat(left).isZero();
        assertThat(after - before).isLessThan(GROWTH);
    }

    private List<String> tools() {
        return catalogue.specs().stream().map(ToolSpec::name).toList();
    }

    private Path jar(String name) {
        return temp.resolve("download").resolve(name + ".jar");
    }

    private static PluginJar named(String tool) {
        return PluginJar.empty("hot")
                .with(
                        "Tools",
                        """
                        @Extension
                        public final class Tools implements ToolProvider {
                            public String name() { return "hot"; }
                            public List<Tool> tools(ToolSettings settings) { return AnnotatedTools.of(this); }
                            @dev.langchain4j.agent.tool.Tool(name = "%s", value = "Made for a test.")
                            @Traits(effect = Effect.READ)
                            public String call() { return "hello"; }
                        }
                        """
                                .formatted(tool));
    }

    private static PluginJar memories(String version) {
        return PluginJar.empty("recall")
                .manifest("Plugin-Version", version)
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
                        """);
    }

    /** What is in use when all that can go has gone. */
    private static long metaspace() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .findFirst()
                .orElseThrow();
    }
}
