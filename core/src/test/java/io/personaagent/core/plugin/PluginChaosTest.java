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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged jars, as they come from bad disks and worse people, against the whole host. */
class PluginChaosTest {

    private static final int JARS = 160;

    @TempDir
    private Path temp;

    /** Every jar is listed with its own hash, so that only the check of its content stands before PF4J. */
    @Test
    void start_survivesDamagedJarsAndStartsTheGoodOne() throws IOException {
        Path folder = temp.resolve("plugins");
        PluginShelf shelf = new PluginShelf(folder, Clock.systemUTC());
        List<String> listed = new ArrayList<>();
        Files.createDirectories(folder);
        byte[] whole = PluginJar.good("victim").bytes();
        Random random = new Random(20260301);
        for (int i = 0; i < JARS; i++) {
            Path jar = Files.write(folder.resolve("damaged%d-1.0.0.jar".formatted(i)), damaged(whole, random, i));
            listed.add(
                    """
                    {"id":"damaged%d","version":"1.0.0","sha256":"%s","installedAt":"","from":""}"""
                            .formatted(i, DurableFile.sha256(jar)));
        }
        Files.writeString(
                folder.resolve("installed.json"),
                "{\"format\":1,\"plugins\":[%s]}".formatted(String.join(",", listed)));
        shelf.install(PluginJar.good("good").write(temp.resolve("good.jar")));

        try (PluginHost host = new PluginHost(shelf, List.of(), Duration.ofSeconds(30))) {
            List<PluginInfo> plugins = host.start();

            assertThat(plugins).hasSize(JARS + 1);
            assertThat(plugins.get(JARS).state()).isEqualTo(State.STARTED);
            assertThat(plugins).allSatisfy(plugin -> assertThat(plugin.reason().isEmpty())
                    .isEqualTo(plugin.state() == State.STARTED));
            assertThat(plugins)
                    .filteredOn(plugin -> plugin.state() == State.REFUSED)
                    .hasSizeGreaterThan(JARS * 3 / 4);
        }
    }

    private static byte[] damaged(byte[] whole, Random random, int kind) {
        if (kind % 2 == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] flipped = whole.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }
}
