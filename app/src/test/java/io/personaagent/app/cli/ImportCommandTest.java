package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String LINE =
            "{\"id\": \"e%d\", \"text\": \"I saw bird %d.\", \"happened\": \"2026-11-20\"}\n";

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder.resolve("home"));
    }

    @Test
    void import_twice_addsOnce() throws IOException {
        Path file = file(lines(1, 200));

        assertThat(home.run("memory", "import", file.toString()))
                .isEqualTo(new Ran(0, "200 added, 0 there already, 0 rejected\n", "30 %\n60 %\n90 %\n100 %\n"));
        assertThat(home.run("memory", "import", file.toString()).out())
                .isEqualTo("0 added, 200 there already, 0 rejected\n");
        assertThat(home.run("memory", "recall", "bird 77").out()).contains("I saw bird 77.");
    }

    @Test
    void import_ofWhatWasStopped_goesOn() throws IOException {
        home.run("memory", "import", file(lines(1, 100)).toString());

        assertThat(home.run("memory", "import", file(lines(1, 150)).toString()).out())
                .isEqualTo("50 added, 100 there already, 0 rejected\n");
        assertThat(home.run("memory", "stats", "--json").json().path("episodes").asInt())
                .isEqualTo(150);
    }

    @Test
    void import_afterFeedback_leavesTheFeedback() throws IOException {
        Path file = file(lines(1, 2));
        home.run("memory", "import", file.toString());
        home.run("feedback", "e1", "--correct", "It was a plane.");

        assertThat(home.run("memory", "import", file.toString()).out())
                .isEqualTo("0 added, 2 there already, 0 rejected\n");
        assertThat(home.run("memory", "show", "e1").out()).contains("It was a plane.");
    }

    @Test
    void import_reportsEveryRejectedLine_andTakesTheOthers() throws IOException {
        Path file = file("\uFEFF" + lines(1, 1).stripTrailing() + "\r\n"
                + "\r\n   \n"
                + "not json\n"
                + lines(2, 2)
                + "{\"id\": \"e1\", \"text\": \"Something else.\", \"happened\": \"2026-11-20\"}\n"
                + "{\"txt\": \"a\"}\n"
                + "{\"text\": \"one\u2028two\", \"happened\": \"2026-11-20\"}\n"
                + "{\"text\": \"%s\", \"happened\": \"2026-11-20\"}\n".formatted("x".repeat(5 << 20))
                + lines(3, 3).stripTrailing());

        Ran ran = home.run("memory", "import", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("4 added, 0 there already, 4 rejected\n");
        assertThat(ran.err().lines().filter(line -> line.startsWith("line ")))
                .containsExactly(
                        "line 4: not JSON: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                        "line 6: episode 'e1' exists with another content; a new episode needs an id of its own",
                        "line 7: unknown field 'txt'; did you mean 'text'?",
                        "line 9: the line has 5,242,918 bytes, but may have 4,194,304");
        assertThat(home.run("memory", "list", "--json").json())
                .extracting(episode -> episode.path("text").asText())
                .contains("one\u2028two", "I saw bird 1.", "I saw bird 2.", "I saw bird 3.");
    }

    @Test
    void import_anotherEncoding_isReported() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.write(
                file,
                "{\"text\": \"caf\u00e9\", \"happened\": \"2026-11-20\"}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(home.run("memory", "import", file.toString()).err())
                .contains("line 1: not UTF-8; save the file as UTF-8\n");
    }

    @Test
    void import_asJson_isOneObject() throws IOException {
        Ran ran = home.run(
                "memory", "import", "--json", file(lines(1, 2) + "[]\n").toString());

        JsonNode report = ran.json();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(report.path("added").asInt()).isEqualTo(2);
        assertThat(report.path("present").asInt()).isZero();
        assertThat(report.path("rejected").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(report.path("rejected").get(0).path("reason").asText()).startsWith("expected a JSON object");
    }

    @Test
    void import_anEmptyFile_isNothing() throws IOException {
        assertThat(home.run("memory", "import", file("").toString()))
                .isEqualTo(new Ran(0, "0 added, 0 there already, 0 rejected\n", ""));
    }

    @Test
    void import_whatIsNoFile_isRefused() {
        assertThat(home.run("memory", "import", folder.resolve("none.jsonl").toString()))
                .isEqualTo(new Ran(
                        1, "", "personaagent: there is no file '%s'\n".formatted(folder.resolve("none.jsonl"))));
        assertThat(home.run("memory", "import", folder.toString()))
                .isEqualTo(new Ran(1, "", "personaagent: '%s' is not a file\n".formatted(folder)));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("import.jsonl"), content);
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> LINE.formatted(number, number))
                .collect(Collectors.joining());
    }
}
