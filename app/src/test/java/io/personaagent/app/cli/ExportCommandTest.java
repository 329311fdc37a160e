package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    private TestHome home;
    private Path mine = Path.of("");

    @BeforeEach
    void rememberSomething() throws IOException {
        home = TestHome.in(folder.resolve("home"));
        mine = folder.resolve("mine");
        home.run("chat", "--once", "I moved to Oslo.");
        home.run("chat", "--once", "Note that the key is under the mat.");
        home.run("tools", "call", "notes_add", "text=the key is under the mat");
    }

    @Test
    void export_import_export_isTheSameToTheByte() throws IOException {
        Ran exported = home.run("memory", "export", mine.toString());
        TestHome other = TestHome.in(folder.resolve("other"));
        Ran imported = other.run("memory", "import", mine.toString());
        Path again = folder.resolve("again");
        other.run("memory", "export", again.toString());

        assertThat(exported.exit()).isZero();
        assertThat(imported.exit()).isZero();
        for (String file : new String[] {"manifest.json", "log.jsonl", "records.jsonl", "shelves.jsonl"}) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(mine.resolve(file));
        }
        assertThat(other.run("memory", "recall", "Oslo").out()).contains("I moved to Oslo.");
    }

    @Test
    void import_twice_saysThatAllIsThere() {
        home.run("memory", "export", mine.toString());

        Ran again = home.run("memory", "import", mine.toString());

        assertThat(again.out()).startsWith("0 added, ").endsWith(" there already, 0 left out\n");
        assertThat(again.exit()).isZero();
    }

    @Test
    void import_ofAnothersMemory_saysSo() {
        home.run("memory", "export", mine.toString());

        assertThat(home.run("memory", "import", mine.toString(), "--user", "bob")
                        .err())
                .contains("This is the memory of me; it is put into that of bob.");
    }

    @Test
    void import_ofAChangedExport_isRefused() throws IOException {
        home.run("memory", "export", mine.toString());
        Path log = mine.resolve("log.jsonl");
        Files.writeString(log, Files.readString(log).replace("Oslo", "Rome"));

        Ran refused = home.run("memory", "import", mine.toString());

        assertThat(refused.err())
                .contains("'log.jsonl' was changed after it was exported: its hash is not the one in manifest.json; "
                        + "nothing was imported");
        assertThat(refused.exit()).isEqualTo(1);
    }

    @Test
    void export_whereSomethingIs_isRefused() throws IOException {
        Files.createDirectories(mine);

        Ran refused = home.run("memory", "export", mine.toString());

        assertThat(refused.err()).contains("'%s' is there already; an export needs a new folder".formatted(mine));
        assertThat(refused.exit()).isEqualTo(1);
    }

    @Test
    void export_asJson_countsTheLines() {
        assertThat(home.run("memory", "export", mine.toString(), "--json")
                        .json()
                        .path("lines")
                        .path("log.jsonl")
                        .asInt())
                .isPositive();
    }
}
