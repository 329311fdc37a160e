package io.personaagent.memory.sqlite;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.Soak;
import io.personaagent.memory.spi.UserStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of earlier versions are brought up to date and lose nothing, also when that is cut short. */
@Tag("fault")
class MigrationTest {

    @TempDir
    private Path folder;

    private List<Object> expected = List.of();

    /** A process that opens a store. */
    static final class Opener {

        private Opener() {}

        /** Takes the folder of the users. */
        public static void main(String[] arguments) {
            System.out.println("ready");
            new SqliteStores(Path.of(arguments[0]), CLOCK).open(ADA).close();
        }
    }

    @BeforeEach
    void writeTheSameNew() {
        try (UserStore store = Databases.stores(folder.resolve("new")).open(ADA)) {
            Fixture.write(store);
            expected = Fixture.told(store);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void aFileOfAnEarlierVersion_tellsTheSame_andACopyIsKept(int version) throws IOException {
        Path users = withFixture("users", version);

        tellsTheSame(users);

        try (Stream<Path> files = Files.list(users.resolve("ada"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "memory.db", "memory.db.version-%d-%d.backup".formatted(version, CLOCK.millis()));
        }
    }

    @Test
    void bringingUpToDate_thatIsKilled_losesNothing() throws Exception {
        int kills = Soak.times("migrations", 10);
        Random random = Soak.random(20_260_305);
        for (int i = 0; i < kills; i++) {
            Path users = withFixture("killed-" + i, 1);
            Process process = Child.start(Opener.class, users);
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.readLine()).isEqualTo("ready");
                boolean ended = process.waitFor(random.nextInt(500_000_000), TimeUnit.NANOSECONDS);
                assertThat(ended || process.toHandle().destroyForcibly()).isTrue();
            }
            process.waitFor();

            tellsTheSame(users);
        }
    }

    private void tellsTheSame(Path users) {
        try (UserStore store = Databases.stores(users).open(ADA)) {
            assertThat(Fixture.told(store)).isEqualTo(expected);
            assertThat(store.check()).isEmpty();
        }
    }

    private Path withFixture(String name, int version) throws IOException {
        Path file = Databases.file(folder.resolve(name));
        Files.createDirectories(file.getParent());
        try (InputStream fixture = MigrationTest.class.getResourceAsStream("version-%d.db".formatted(version))) {
            Files.copy(fixture, file);
        }
        return folder.resolve(name);
    }
}
