package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.config.DurableFile;
import io.personaagent.core.plugin.PluginInfo.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred jars that were built to do harm, drawn with a seed, against all that touches a jar. */
class HostileJarTest {

    private static final int JARS = 200;
    private static final List<HostileJar> ALL = List.of(HostileJar.values());
    private static final long SEED = 20261121;
    private static final String RAN = "personaagent.test.hostile";

    /** Nothing here unpacks a jar, so these are as good as what they are made of. */
    private static final Set<HostileJar> HARMLESS = EnumSet.of(HostileJar.SYMBOLIC_LINK, HostileJar.NESTED);

    @TempDir
    private Path temp;

    @Test
    void jars_reachNothingOutsideTheirFolderAndStopNobody() throws IOException {
        System.clearProperty(RAN);
        Path home = Files.createDirectories(temp.resolve("a/b/home"));
        Path download = Files.createDirectories(temp.resolve("a/b/download"));
        Files.writeString(temp.resolve("a/canary"), "sings");
        List<HostileJar> kinds = new ArrayList<>();
        List<Path> jars = drawn(download, kinds);
        Map<String, String> before = files(home);
        PluginShelf shelf = new PluginShelf(home.resolve("plugins"), Clock.systemUTC());

        Map<HostileJar, Integer> refused = new TreeMap<>();
        for (int i = 0; i < JARS; i++) {
            PluginInfo told = shelf.verify(jars.get(i));
            assertThat(told.state() == State.READY)
                    .as("%s is ready", kinds.get(i))
                    .isEqualTo(told.reason().isEmpty());
            boolean installed = installs(shelf, jars.get(i));
            assertThat(installed)
                    .as("%s can be installed, %s", kinds.get(i), told)
                    .isEqualTo(told.state() == State.READY);
            refused.merge(kinds.get(i), installed ? 0 : 1, Integer::sum);
            if (installed) {
                shelf.remove(told.id());
            }
        }
        System.out.printf("of %d hostile jars refused by kind: %s%n", JARS, refused);
        list(shelf, home.resolve("plugins"), jars);
        shelf.install(PluginJar.good("good").write(download.resolve("good.jar")));
        Files.delete(download.resolve("good.jar"));
        try (PluginHost host = new PluginHost(shelf, List.of(), Duration.ofSeconds(30))) {
            List<PluginInfo> plugins = host.start();

            assertThat(plugins).hasSize(JARS + 1);
            assertThat(plugins.get(JARS).state()).isEqualTo(State.STARTED);
            for (int i = 0; i < JARS; i++) {
                if (!HARMLESS.contains(kinds.get(i))) {
                    assertThat(plugins.get(i).state()).as("%s", kinds.get(i)).isNotEqualTo(State.STARTED);
                }
            }
        }
        assertThat(System.getProperty(RAN)).isNull();
        assertThat(files(home)).isEqualTo(before);
    }

    /** Code that tells when it runs is in all but those that are not refused. */
    private static List<Path> drawn(Path folder, List<HostileJar> kinds) throws IOException {
        Random random = new Random(SEED);
        String tells = "static final Object RAN = System.setProperty(\"%s\", \"yes\");".formatted(RAN);
        HostileJar.Base telling =
                new HostileJar.Base(PluginJar.member("victim", tells).bytes());
        HostileJar.Base quiet = new HostileJar.Base(PluginJar.good("victim").bytes());
        List<Path> jars = new ArrayList<>();
        for (int i = 0; i < JARS; i++) {
            HostileJar kind = ALL.get(i % ALL.size());
            kinds.add(kind);
            byte[] jar = kind.made(HARMLESS.contains(kind) ? quiet : telling, random);
            jars.add(Files.write(folder.resolve("h%d.jar".formatted(i)), jar));
        }
        return jars;
    }

    private static boolean installs(PluginShelf shelf, Path jar) {
        try {
            shelf.install(jar);
            return true;
        } catch (PluginException refused) {
            assertThat(refused).hasMessageStartingWith("'%s' ".formatted(jar));
            return false;
        }
    }

    /** As if each had been installed: only the check of its content stands before its code. */
    private static void list(PluginShelf shelf, Path folder, List<Path> jars) throws IOException {
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < jars.size(); i++) {
            Path jar = Files.copy(jars.get(i), shelf.folder().resolve("hostile%d-1.0.0.jar".formatted(i)));
            listed.add(
                    """
                    {"id":"hostile%d","version":"1.0.0","sha256":"%s","installedAt":"","from":""}"""
                            .formatted(i, DurableFile.sha256(jar)));
        }
        Files.writeString(
                folder.resolve("installed.json"),
                "{\"format\":1,\"plugins\":[%s]}".formatted(String.join(",", listed)));
    }

    /** All outside of the folder of plugins, with its hash. */
    private Map<String, String> files(Path home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temp)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("plugins")))
                    .toList()) {
                files.put(temp.relativize(file).toString(), DurableFile.sha256(file));
            }
        }
        return files;
    }
}
