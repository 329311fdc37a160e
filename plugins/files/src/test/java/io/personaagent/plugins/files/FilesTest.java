package io.personaagent.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    private final TestToolContext ada = TestToolContext.of("ada");

    @TempDir
    private Path elsewhere;

    @Test
    void write_makesAFileThatReadGivesBack() {
        assertThat(call("write_file", Map.of("path", "notes/shopping.md", "text", "- milk\n- 鸡蛋\n")))
                .isEqualTo("Wrote notes/shopping.md (16 bytes).");

        assertThat(call("read_file", Map.of("path", "notes/shopping.md")))
                .isEqualTo("notes/shopping.md:\n- milk\n- 鸡蛋\n");
        assertThat(call("read_file", Map.of("path", "./notes/shopping.md"))).startsWith("notes/shopping.md:");
    }

    @Test
    void write_leavesAFileAloneUnlessToldOtherwise() throws IOException {
        call("write_file", Map.of("path", "plan.txt", "text", "first"));

        assertThat(call("write_file", Map.of("path", "plan.txt", "text", "second")))
                .isEqualTo(
                        "refused: there is a file 'plan.txt' already; choose another name, add to it with append_file, or say overwrite to replace it");
        assertThat(ada.workspace().resolve("plan.txt")).hasContent("first");

        assertThat(call("write_file", Map.of("path", "plan.txt", "text", "second", "overwrite", true)))
                .isEqualTo("Wrote over plan.txt (6 bytes).");
        assertThat(ada.workspace().resolve("plan.txt")).hasContent("second");
    }

    @Test
    void write_leavesNothingElseBehind() throws IOException {
        call("write_file", Map.of("path", "a.txt", "text", "1"));
        call("write_file", Map.of("path", "a.txt", "text", "2"));

        try (Stream<Path> all = Files.walk(ada.workspace())) {
            assertThat(all.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactly("a.txt");
        }
    }

    @Test
    void write_refusesWhatIsTooLargeOrNoText() {
        assertThat(call("write_file", Map.of("path", "a.txt", "text", "x".repeat((1 << 20) + 1))))
                .isEqualTo("refused: argument 'text' has 1.0 MB; a file has at most 1.0 MB");
        assertThat(call("write_file", Map.of("path", "a.txt", "text", "a\0b")))
                .isEqualTo("refused: argument 'text' has a NUL character, which no text file holds; leave it out");
    }

    @Test
    void write_stopsWhenTheWorkspaceIsFull() throws IOException {
        IntStream.range(0, 2_000).forEach(number -> touch(ada.workspace().resolve(number + ".txt")));

        assertThat(call("write_file", Map.of("path", "more.txt", "text", "x")))
                .isEqualTo("refused: there are 2000 files, and there is no room for more; delete some of them first");
        assertThat(new Room(9, 100).isLimited()).isTrue();
        assertThatThrownBy(() -> new Room(9, 100).check(List.of(new Listed("a", 90, Instant.EPOCH)), 11))
                .hasMessage(
                        "the files take 90 bytes of 100 bytes, and there is no room for 11 bytes more; delete some of them first");
    }

    @Test
    void append_addsALine() throws IOException {
        call("write_file", Map.of("path", "log.txt", "text", "one"));

        assertThat(call("append_file", Map.of("path", "log.txt", "text", "two")))
                .isEqualTo("Added 3 bytes to log.txt, which has 8 bytes now.");
        assertThat(ada.workspace().resolve("log.txt")).hasContent("one\ntwo\n");
        assertThat(call("append_file", Map.of("path", "none.txt", "text", "two")))
                .isEqualTo("refused: argument 'path' is 'none.txt', and there is no such file; there are: log.txt");
    }

    @Test
    void append_refusesWhatIsNoText() throws IOException {
        Files.write(ada.workspace().resolve("photo.png"), png());

        assertThat(call("append_file", Map.of("path", "photo.png", "text", "two")))
                .startsWith(
                        "refused: nothing can be added to what is no text; 'photo.png' is no text: image/png, 40 bytes");
        assertThat(ada.workspace().resolve("photo.png")).hasBinaryContent(png());
    }

    @Test
    void list_showsFoldersThenFiles() throws IOException {
        assertThat(call("list_files", Map.of())).isEqualTo("There is nothing in your files yet.");
        call("write_file", Map.of("path", "b.txt", "text", "hello"));
        call("write_file", Map.of("path", "a.txt", "text", "x".repeat(2_500)));
        call("write_file", Map.of("path", "notes/c.md", "text", ""));
        Files.writeString(ada.workspace().resolve(".hidden"), "secret");
        for (String name : new String[] {"a.txt", "b.txt"}) {
            Files.setLastModifiedTime(
                    ada.workspace().resolve(name), FileTime.from(Instant.parse("2026-11-20T23:30:00Z")));
        }

        assertThat(call("list_files", Map.of()))
                .isEqualTo(
                        "1 folder and 2 files in your files:\nnotes/\na.txt (2.5 kB, 20 November 2026)\nb.txt (5 bytes, 20 November 2026)");
        assertThat(call("list_files", Map.of("folder", "notes"))).startsWith("1 file in notes:\nnotes/c.md (0 bytes, ");
        assertThat(call("list_files", Map.of("folder", "nowhere"))).isEqualTo("refused: there is no folder 'nowhere'");
    }

    @Test
    void read_takesTheOneFileThatIsMeant() {
        call("write_file", Map.of("path", "shopping.md", "text", "milk"));
        assertThat(call("read_file", Map.of("path", "shopping"))).isEqualTo("shopping.md:\nmilk");

        call("write_file", Map.of("path", "shopping.txt", "text", "eggs"));
        assertThat(call("read_file", Map.of("path", "shopping")))
                .isEqualTo(
                        "refused: argument 'path' is 'shopping', which fits 2 files; expected one of: shopping.md, shopping.txt");
    }

    @Test
    void read_givesALongFileInParts() {
        String text = "0123456789".repeat(2_000) + "😀";
        call("write_file", Map.of("path", "long.txt", "text", text));

        assertThat(call("read_file", Map.of("path", "long.txt")))
                .startsWith("long.txt:\n0123")
                .endsWith("789\n(characters 0 to 15999 of 20002; the next part begins at offset 16000)");
        assertThat(call("read_file", Map.of("path", "long.txt", "offset", 16_000)))
                .endsWith("9😀");
        assertThat(call("read_file", Map.of("path", "long.txt", "offset", 30_000)))
                .isEqualTo("refused: argument 'offset' is 30000; 'long.txt' has 20002 characters, the first is 0");
    }

    @Test
    void read_neverCutsACharacterInTwo() {
        call("write_file", Map.of("path", "emoji.txt", "text", "x" + "😀".repeat(9_000)));

        String part = call("read_file", Map.of("path", "emoji.txt"));

        assertThat(part.codePoints().filter(point -> point >= 0xd800 && point < 0xe000))
                .isEmpty();
        assertThat(part).contains("(characters 0 to 15998 of 18001; the next part begins at offset 15999)");
    }

    @Test
    void read_describesWhatIsNoText() throws IOException {
        Files.write(ada.workspace().resolve("photo.png"), png());
        Files.write(ada.workspace().resolve("noise.bin"), new byte[] {1, 0, 2, (byte) 0xff, 0, 7});

        assertThat(call("read_file", Map.of("path", "photo.png")))
                .matches("'photo.png' is no text: image/png, 40 bytes, sha256 [0-9a-f]{16}\\.");
        assertThat(call("read_file", Map.of("path", "noise.bin")))
                .matches("'noise.bin' is no text: .*, 6 bytes, sha256 [0-9a-f]{16}\\.");
    }

    @Test
    void read_understandsOtherEncodings() throws IOException {
        String german = "Die Gebühr für Öl beträgt fünf Euro, schöne Grüße aus Köln und München.";
        Files.write(ada.workspace().resolve("old.txt"), german.getBytes(Charset.forName("windows-1252")));
        Files.write(ada.workspace().resolve("marked.txt"), ("\ufeff" + german).getBytes(StandardCharsets.UTF_16LE));

        assertThat(call("read_file", Map.of("path", "old.txt"))).isEqualTo("old.txt:\n" + german);
        assertThat(call("read_file", Map.of("path", "marked.txt"))).isEqualTo("marked.txt:\n" + german);
    }

    @Test
    void search_looksIntoNamesAndTexts() {
        call("write_file", Map.of("path", "home/rent.md", "text", "# Flat\nThe rent is due on the 3rd.\n"));
        call("write_file", Map.of("path", "rent-2025.txt", "text", "nothing else"));

        assertThat(call("search_files", Map.of("words", "RENT due")))
                .isEqualTo("1 file with \"RENT due\":\n- home/rent.md, line 2: The rent is due on the 3rd.");
        assertThat(call("search_files", Map.of("words", "rent")))
                .isEqualTo("2 files with \"rent\":\n- home/rent.md\n- rent-2025.txt");
        assertThat(call("search_files", Map.of("words", "violin"))).isEqualTo("None of your 2 files holds \"violin\".");
        assertThat(call("search_files", Map.of("words", "?!")))
                .isEqualTo("refused: argument 'words' has 0 words; expected 1 to 20, such as: rent contract");
    }

    @Test
    void search_stopsWhenTimeIsUp() {
        call("write_file", Map.of("path", "a.txt", "text", "needle"));
        call("write_file", Map.of("path", "b.txt", "text", "needle"));

        assertThat(Desk.USUAL.call("search_files", Map.of("words", "needle"), ada.within(Duration.ZERO)))
                .isEqualTo("None of your 1 file holds \"needle\".\n(0 of 1 file were looked at)");
    }

    @Test
    void settings_giveEachPersonAFolder() throws IOException {
        Path shared = elsewhere.resolve("all");
        Desk desk = new Desk(new ToolSettings(Map.of(
                "root",
                shared + "/{user}",
                "roots.bob",
                elsewhere.resolve("bobs").toString(),
                "format",
                "md")));

        desk.call("write_file", Map.of("path", "x", "text", "ada's"), ada);
        desk.call("write_file", Map.of("path", "x", "text", "bob's"), TestToolContext.of("bob"));

        assertThat(shared.resolve("ada/x.md")).hasContent("ada's");
        assertThat(elsewhere.resolve("bobs/x.md")).hasContent("bob's");
        assertThat(desk.tool("write_file").spec().effect()).isEqualTo(Effect.WRITE);
        assertThat(desk.tool("read_file").spec().permissions())
                .containsExactlyInAnyOrder(
                        Permission.parse("folder:" + shared + "/{user}"),
                        Permission.parse("folder:" + elsewhere.resolve("bobs")));
        assertThat(Desk.USUAL.tool("read_file").spec().permissions()).isEmpty();
    }

    @Test
    void settings_refuseWhatCannotBeMeant() {
        assertRefused(
                Map.of("root", "/srv/files"),
                "root is '/srv/files', which would be the same folder for everybody; put {user} into it, or set roots.NAME for one person");
        assertRefused(
                Map.of("roots.ada", "files"),
                "roots.ada is 'files'; expected the whole path of a folder, such as /home/ada/agent");
        assertRefused(
                Map.of("format", "a/b"),
                "format is 'a/b'; expected the ending of a text file's name, such as txt or md");
        assertRefused(Map.of("rot", "1"), "unknown setting rot; it knows format, root");
    }

    private static void assertRefused(Map<String, String> settings, String message) {
        assertThatThrownBy(() -> new FilesProvider().tools(new ToolSettings(settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private String call(String name, Map<String, ?> arguments) {
        return Desk.USUAL.call(name, arguments, ada);
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] png() {
        byte[] bytes = new byte[40];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, bytes, 0, 8);
        return bytes;
    }
}
