package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it asks the person on a terminal; the terminal is the one that {@code script} makes. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillApprovalIT {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path folder;

    private final Guide guide = Guide.section(Guide.README, "Write a plugin in three files");

    @Test
    void chat_killedWhileItAsks_goesOnWhereItWas_andDoesItOnce() throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "there is no " + SCRIPT + " to make a terminal with");
        Path sent = folder.resolve("sent");
        Program program = new Program(folder.resolve("home"));
        program.run("plugins", "install", sending(sent).toString()).exited(0);

        Process chat = chatOnATerminal(program);
        say(chat, "split a bill of 84.50 among 4 people\n");
        awaitTheQuestion(chat);
        chat.descendants().forEach(ProcessHandle::destroyForcibly);
        chat.destroyForcibly().waitFor();
        assertThat(sent).doesNotExist();

        String turn = program.run("tools", "waiting", "--json")
                .exited(0)
                .json()
                .path(0)
                .path("turn")
                .asText();
        assertThat(program.run("tools", "waiting").exited(0).out())
                .contains("split a bill of 84.50 among 4 people  use split_bill{amount=84.50, people=4}");
        assertThat(program.run("tools", "answer", turn, "--yes").exited(0).out().strip())
                .isEqualTo("Each pays 21.13.");

        assertThat(sent).hasContent("sent");
        assertThat(program.run("tools", "answer", turn, "--yes").exited(1).err())
                .contains("'%s' does not wait for your word".formatted(turn));
        assertThat(sent).hasContent("sent");
        assertThat(program.run("memory", "list").exited(0).out()).contains("split a bill of 84.50 among 4 people");
    }

    /** The plugin of the guide, as one that acts outside. */
    private Path sending(Path sent) {
        return guide.replacing("effect = Effect.READ", "effect = Effect.EXTERNAL")
                .replacing(
                        "        if (people < 1) {",
                        """
                                try {
                                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "sent",
                                            java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
                                } catch (java.io.IOException failed) {
                                    throw new java.io.UncheckedIOException(failed);
                                }
                                if (people < 1) {"""
                                .formatted(sent))
                .in(folder.resolve("bill"))
                .jar();
    }

    private Process chatOnATerminal(Program program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty cols 400 rows 40; exec '%s' -XX:TieredStopAtLevel=1 -jar '%s' chat --home '%s'"
                .formatted(java, Program.JAR, program.home());
        return new ProcessBuilder(List.of(
                        SCRIPT.toString(),
                        "-q",
                        "-f",
                        "-c",
                        command,
                        typescript().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile())
                .start();
    }

    private Path typescript() {
        return folder.resolve("typescript");
    }

    private static void say(Process chat, String text) throws IOException {
        OutputStream keys = chat.getOutputStream();
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private void awaitTheQuestion(Process chat) throws IOException, InterruptedException {
        while (!Files.exists(typescript())
                || !Files.readString(typescript(), StandardCharsets.ISO_8859_1).contains("Allow it?")) {
            assertThat(chat.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("the chat ended before it could be killed: %s", Files.readString(folder.resolve("screen")))
                    .isFalse();
        }
    }
}
