package io.personaagent.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing outside the folder is read, written or named, whatever the path. */
class EscapeTest {

    private static final String CANARY = "canary-7f3a";
    private static final List<String> PARTS = List.of(
            "..",
            ".",
            "/",
            "//",
            "\\",
            "..\\",
            "a",
            "b.txt",
            "~",
            "C:",
            "C:\\",
            "%2e%2e",
            "\u2024\u2024",
            "．．",
            "…",
            "..;",
            " ..",
            ".. ",
            "...",
            "\0",
            "\n",
            "CON",
            "nul.txt",
            "aux",
            "com1.md",
            "COM¹",
            "a:b",
            "a.",
            "a ",
            ".ssh",
            "\u202etxt",
            "x".repeat(300),
            "file:",
            "file:///etc/passwd",
            "/etc/passwd",
            "/proc/self/environ",
            "\\\\server\\share",
            "?",
            "*",
            "|",
            "-",
            "--help",
            "$HOME",
            "`id`",
            "ａ",
            "é",
            "😀",
            "\ud800");

    @TempDir
    private Path outside;

    @Test
    void hostilePaths_reachNothing() throws IOException {
        Place inside = new Place(List.of("in"));
        TestToolContext mallory = TestToolContext.of("mallory");
        Path root = mallory.workspace();
        Path canary = root.resolveSibling(CANARY + ".txt");
        Files.writeString(canary, CANARY);
        Files.createDirectories(inside.under(root));

        List<String> paths = new ArrayList<>(List.of(
                canary.toString(),
                "../" + canary.getFileName(),
                "in/../../" + canary.getFileName(),
                "in/../../../etc/passwd"));
        for (String first : PARTS) {
            paths.add(first);
            paths.add(first + "/" + canary.getFileName());
            paths.add("in/" + first + "/../../" + canary.getFileName());
        }

        assertThat(paths).hasSizeGreaterThan(100);
        for (String path : paths) {
            for (String tool : List.of("read_file", "write_file", "append_file", "list_files", "search_files")) {
                String said = Desk.USUAL.call(tool, arguments(path), mallory);
                assertThat(said.replace(path, "")).as("%s of %s", tool, path).doesNotContain("root:", CANARY + "\n");
                assertThat(said).as("%s of %s", tool, path).doesNotContain(":\n" + CANARY);
            }
        }
        assertThat(canary).hasContent(CANARY);
        assertThat(below(root)).allSatisfy(path -> assertThat(path).startsWith(root));
        Files.delete(canary);
    }

    @Property(tries = 3000)
    void place_staysInsideOrIsRefused(@ForAll("paths") String path) {
        Path root = Path.of("/srv/people/ada");
        try {
            Path under = Place.of("path", path).under(root);
            assertThat(under.normalize()).isEqualTo(under).isNotEqualTo(root);
            assertThat(under.startsWith(root)).isTrue();
            assertThat(under.toString()).doesNotContain("\0", "\\");
        } catch (BadArgumentException refused) {
            assertThat(refused.getMessage()).contains("argument 'path' is ").endsWith("such as notes/shopping.md");
        }
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> parts =
                Arbitraries.oneOf(Arbitraries.of(PARTS), Arbitraries.strings().ofMaxLength(8));
        return parts.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("/", list));
    }

    @Test
    void ordinaryNames_areTaken() {
        for (String name : List.of(
                "a",
                "shopping list.md",
                "2026-11-21.txt",
                "notes/a/b/c.md",
                "买菜.txt",
                "été.md",
                "ملاحظات.txt",
                "a..b",
                "a-b_c (1).txt",
                "😀.md")) {
            assertThat(Place.of("path", name)).hasToString(Normalizer.normalize(name, Normalizer.Form.NFC));
        }
    }

    @Test
    void links_areNotFollowed() throws IOException {
        TestToolContext ada = TestToolContext.of("ada");
        Files.writeString(outside.resolve("secret.txt"), CANARY);
        Files.createDirectories(outside.resolve("folder"));
        link(ada.workspace().resolve("link.txt"), outside.resolve("secret.txt"));
        link(ada.workspace().resolve("way"), outside);
        link(ada.workspace().resolve("dangling.txt"), outside.resolve("not-there.txt"));

        for (String path : List.of("link.txt", "way/secret.txt", "way/new.txt", "way/folder/new.txt", "dangling.txt")) {
            for (String tool : List.of("read_file", "write_file", "append_file")) {
                assertThat(Desk.USUAL.call(tool, arguments(path), ada))
                        .as("%s of %s", tool, path)
                        .isEqualTo(
                                "refused: '%s' is or lies behind a link, and links are not followed".formatted(path));
            }
        }
        assertThat(Desk.USUAL.call("list_files", Map.of("folder", "way"), ada)).startsWith("refused: 'way' is or lies");
        assertThat(Desk.USUAL.call("list_files", Map.of(), ada)).isEqualTo("There is nothing in your files yet.");
        assertThat(Desk.USUAL.call("search_files", Map.of("words", CANARY), ada))
                .startsWith("None of your 0 files");
        assertThat(below(outside)).hasSize(3);
        assertThat(outside.resolve("secret.txt")).hasContent(CANARY);
    }

    @Test
    void aHardLinkedFile_isReplacedAndNotWrittenThrough() throws IOException {
        TestToolContext ada = TestToolContext.of("ada");
        Path secret = Files.writeString(ada.workspace().resolveSibling(CANARY + "-hard.txt"), "before");
        Files.createLink(ada.workspace().resolve("hard.txt"), secret);

        Desk.USUAL.call("write_file", Map.of("path", "hard.txt", "text", "after", "overwrite", true), ada);

        assertThat(secret).hasContent("before");
        assertThat(ada.workspace().resolve("hard.txt")).hasContent("after");
        Files.delete(secret);
    }

    @Test
    void whatIsNoOrdinaryFile_isLeftAlone() throws IOException, InterruptedException {
        TestToolContext ada = TestToolContext.of("ada");
        Path pipe = ada.workspace().resolve("pipe");
        pipe(pipe);
        Files.createDirectories(ada.workspace().resolve("folder"));

        for (String tool : List.of("read_file", "append_file")) {
            assertThat(Desk.USUAL.call(tool, arguments("pipe"), ada))
                    .isEqualTo("refused: 'pipe' is no ordinary file and is left alone");
            assertThat(Desk.USUAL.call(tool, arguments("folder"), ada))
                    .isEqualTo("refused: 'folder' is a folder; expected a file");
        }
        assertThat(Desk.USUAL.call("list_files", Map.of(), ada))
                .isEqualTo("1 folder and 0 files in your files:\nfolder/");
        assertThat(Desk.USUAL.call("search_files", Map.of("words", "one"), ada)).startsWith("None of your 0 files");
    }

    private static Map<String, Object> arguments(String path) {
        return Map.of("path", path, "folder", path, "words", path, "text", "evil", "overwrite", true);
    }

    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
            assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        } catch (UnsupportedOperationException | IOException notHere) {
            Assumptions.abort("this system makes no links: " + notHere);
        }
    }

    private static void pipe(Path pipe) throws InterruptedException {
        try {
            int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            Assumptions.assumeTrue(made == 0, "this system makes no pipes");
        } catch (IOException notHere) {
            Assumptions.abort("this system makes no pipes: " + new UncheckedIOException(notHere));
        }
    }
}
