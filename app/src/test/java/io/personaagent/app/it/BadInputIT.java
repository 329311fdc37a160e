package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is refused in one line that says what was wrong and what would be right; never with a stack trace. */
class BadInputIT {

    /** Where SQLite keeps a file's own version. */
    private static final int USER_VERSION = 60;

    @TempDir
    Path folder;

    @Test
    void command_thatIsNotThere() {
        Program.Result said = program().run("memroy").exited(2);

        assertThat(said.err())
                .isEqualToNormalizingNewlines(
                        """
                        personaagent: there is no command or argument 'memroy' here; did you mean 'memory'?
                        Try 'personaagent --help'.
                        """);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void setting_thatIsNotThere() {
        Program program = program().configured("memory.bakend = \"lexical\"");

        refuses(
                program,
                "%s: unknown setting 'memory.bakend'; did you mean 'memory.backend'?"
                        .formatted(program.home().resolve("config.toml")),
                "chat",
                "--once",
                "Hello");
    }

    @Test
    void home_thatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(new Program(file).run("chat", "--once", "Hello").exited(1).err())
                .startsWith("personaagent: home %s cannot be written to".formatted(file))
                .contains("choose another with --home DIR or the environment variable PERSONAAGENT_HOME")
                .hasLineCount(1);
    }

    @Test
    void home_ofANewerVersion() throws IOException {
        Program program = program();
        program.run("chat", "--once", "I live in Oslo.").exited(0);
        Path store = program.home().resolve("users/me/memory.db");
        try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
            file.seek(USER_VERSION);
            file.writeInt(99);
        }
        byte[] before = Files.readAllBytes(store);

        Program.Result said = program.run("chat", "--once", "Where do I live?").exited(1);

        assertThat(said.err())
                .startsWith(
                        "personaagent: could not open the store: the file has version 99, but this program knows versions up to ")
                .contains("use the newer PersonaAgent, or choose another home")
                .hasLineCount(1);
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
    }

    @Test
    void line_thatIsNoEpisode() {
        Program program = program();
        Path lines = program.file(
                "lines.jsonl",
                List.of(
                        "{\"text\": \"I like tea.\", \"happened\": \"2026-05-01T10:00:00Z\"}",
                        "I like tea.",
                        "{\"txt\": \"I like tea.\", \"happened\": \"2026-05-01T10:00:00Z\"}",
                        "{\"text\": \"I like tea.\", \"happened\": \"yesterday\"}"));

        Program.Result said = program.run("memory", "import", lines.toString()).exited(1);

        assertThat(said.out().strip()).isEqualTo("1 added, 0 there already, 3 rejected");
        assertThat(said.err())
                .contains("line 2: not JSON: ")
                .contains("line 3: unknown field 'txt'; did you mean 'text'?")
                .contains("line 4: field 'happened' is 'yesterday'; expected a time such as 2026-11-20T09:30:00Z");
    }

    @Test
    void message_thatIsEmpty() {
        refuses(program(), "the message is empty; say something", "chat", "--once", "  ");
    }

    @Test
    void message_ofTenMegabytes() {
        refuses(
                program().typing("x".repeat(10_000_000)),
                "the message has 10,000,000 characters, but may have 100,000; put long texts into a file and use 'memory import'",
                "chat",
                "--once",
                "-");
    }

    private static void refuses(Program program, String told, String... arguments) {
        Program.Result said = program.run(arguments).exited(1);

        assertThat(said.err().strip()).isEqualTo("personaagent: " + told);
        assertThat(said.out()).isEmpty();
    }

    private Program program() {
        return new Program(folder.resolve("home"));
    }
}
