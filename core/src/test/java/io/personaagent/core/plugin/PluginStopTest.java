package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plugin.PluginInfo.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStopTest {

    private static final String STOPPED = "personaagent.test.stopped";
    private static final String INDEX = "META-INF/extensions.idx";

    @TempDir
    private Path temp;

    private PluginShelf shelf;

    @BeforeEach
    void openShelf() {
        shelf = new PluginShelf(temp.resolve("plugins"), Clock.systemUTC());
    }

    @Test
    void close_stopsThePlugins_andClosesTheirJars() {
        System.clearProperty(STOPPED);
        PluginHost host = started(
                "stops", "@Override public void stop() { System.setProperty(\"%s\", \"yes\"); }".formatted(STOPPED));
        ClassLoader loader = loader(host);
        assertThat(loader.getResource(INDEX)).isNotNull();

        host.close();

        assertThat(System.clearProperty(STOPPED)).isEqualTo("yes");
        assertThat(host.toolProviders()).isEmpty();
        assertThat(loader.getResource(INDEX)).isNull();
    }

    @Test
    void close_closesTheJarOfAPluginThatBreaksWhenItStops() {
        PluginHost host = started("breaks", "@Override public void stop() { throw new AssertionError(\"no\"); }");
        ClassLoader loader = loader(host);

        host.close();

        assertThat(loader.getResource(INDEX)).isNull();
    }

    @Test
    void close_leavesAPluginBehindThatDoesNotStop() {
        PluginHost host = started(
                "stays",
                "@Override public void stop() { while (true) java.util.concurrent.locks.LockSupport.park(); }");

        host.close();

        assertThat(host.toolProviders()).isEmpty();
    }

    @Test
    void stop_saysWhatWentWrong() throws InterruptedException {
        assertThat(stopping("fine", "")).isEmpty();
        assertThat(stopping("breaks", "@Override public void stop() { throw new IllegalStateException(\"no tea\"); }"))
                .contains("java.lang.IllegalStateException: no tea");
        assertThat(stopping(
                        "stays",
                        "@Override public void stop() { while (true) java.util.concurrent.locks.LockSupport.park(); }"))
                .contains("not within 2.5 s");
    }

    private Optional<String> stopping(String id, String members) throws InterruptedException {
        shelf.install(PluginJar.started(id, members).write(temp.resolve("download/plugin.jar")));
        PluginInfo ready = shelf.verify().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow();
        PluginStart start = PluginStart.of(ready, Duration.ofMillis(2500));
        assertThat(start.await().tools()).hasSize(1);
        return start.stop();
    }

    private PluginHost started(String id, String members) {
        shelf.install(PluginJar.started(id, members).write(temp.resolve("download/plugin.jar")));
        PluginHost host = new PluginHost(shelf, List.of(), Duration.ofMillis(2500));
        assertThat(host.start().get(0).state()).isEqualTo(State.STARTED);
        return host;
    }

    private static ClassLoader loader(PluginHost host) {
        return host.toolProviders().get(0).extension().getClass().getClassLoader();
    }
}
