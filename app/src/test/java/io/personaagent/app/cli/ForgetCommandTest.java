package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetCommandTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = TestHome.in(folder.resolve("home"));
        Path file = Files.writeString(
                folder.resolve("three.jsonl"),
                """
                {"id": "e1", "session": "s1", "happened": "2026-11-18T09:30:00Z", "text": "My dog is called Latka Bumblebee."}
                {"id": "e2", "session": "s1", "happened": "2026-11-19T18:05:00Z", "text": "The ferry leaves at six.", "truth": "At seven."}
                {"id": "e3", "session": "s2", "happened": "2026-11-20T08:00:00Z", "text": "Dogs bark at the ferries."}
                """);
        home.run("memory", "import", file.toString());
    }

    @Test
    void forget_withoutATerminal_showsWhatWouldGo_andForgetsNothing() {
        assertThat(home.run("memory", "forget", "e2"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                """
                        This would go:
                          e2  2026-11-19 18:05  The ferry leaves at six.
                        1 episode, 1 of feedback, 1 said records of lexical
                        Nothing was forgotten: nobody can be asked here. Look at the above, then say --yes.
                        """));
        assertThat(left()).containsExactly("e3", "e2", "e1");
    }

    @Test
    void forget_asksAPerson_andTakesNothingButYesForAnAnswer() throws IOException {
        Ran refused = home.runAsked("no\n", "memory", "forget", "e2");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).endsWith("Forget this? It cannot be undone. [y/N] Nothing was forgotten.\n");
        assertThat(home.runAsked("", "memory", "forget", "e2").exit()).isEqualTo(2);
        assertThat(left()).hasSize(3);

        Ran done = home.runAsked("y\n", "memory", "forget", "e2");

        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out())
                .startsWith("Forgotten (no. 1): 1 episode, 1 of feedback, 1 said records of lexical.\nLooked for ")
                .endsWith(": found nothing.\n")
                .doesNotContain("ferry");
        assertThat(left()).containsExactly("e3", "e1");
        assertThat(filesWith("leaves at six")).isEmpty();
    }

    @Test
    void criteria_mustAllFit() {
        assertThat(meant("--query", "ferry")).containsExactly("e2", "e3");
        assertThat(meant("--query", "dog ferry")).containsExactly("e3");
        assertThat(meant("--query", "seven")).containsExactly("e2");
        assertThat(meant("--from", "2026-11-19", "--to", "2026-11-19")).containsExactly("e2");
        assertThat(meant("--from", "2026-11-19T18:05:00Z")).containsExactly("e2", "e3");
        assertThat(meant("--to", "2026-11-18")).containsExactly("e1");
        assertThat(meant("--session", "s1")).containsExactly("e1", "e2");
        assertThat(meant("--session", "s1", "--query", "dogs")).containsExactly("e1");
        assertThat(meant("--source", "import")).hasSize(3);
        assertThat(meant("--source", "three.jsonl")).hasSize(3);
        assertThat(meant("--source", "other.jsonl")).isEmpty();
        assertThat(meant("e1", "e3", "--query", "ferry")).containsExactly("e3");
        assertThat(left()).hasSize(3);
    }

    @Test
    void everything_goes() throws IOException {
        home.run("tools", "call", "notes_add", "text=Buy bumblebee honey");
        home.run("persona", "show");

        Ran done = home.run("memory", "forget", "--everything", "--yes", "--json");

        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.json().path("done").asBoolean()).isTrue();
        assertThat(done.json().path("removed").path("episodes").asInt()).isEqualTo(3);
        assertThat(left()).isEmpty();
        assertThat(filesWith("Bumblebee", "bumblebee")).isEmpty();
        assertThat(home.run("persona", "show").exit()).isZero();
    }

    @Test
    void json_withoutYes_isWhatWouldGo() {
        Ran shown = home.run("memory", "forget", "e1", "--json");

        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.json().path("forgotten").asBoolean()).isFalse();
        assertThat(shown.json()
                        .path("removes")
                        .path("records")
                        .path("lexical")
                        .path("said")
                        .asInt())
                .isEqualTo(1);
        assertThat(shown.err()).isEqualTo("Nothing was forgotten; say --yes to forget this.\n");
    }

    @Test
    void import_again_underAnotherName_addsNothing() throws IOException {
        Path other = Files.copy(folder.resolve("three.jsonl"), folder.resolve("renamed.jsonl"));

        assertThat(home.run("memory", "import", other.toString()).out())
                .isEqualTo("0 added, 3 there already, 0 rejected\n");
    }

    @Test
    void forget_wrongly_isRefused() {
        assertThat(home.run("memory", "forget").exit()).isEqualTo(2);
        assertThat(home.run("memory", "forget").err())
                .startsWith("personaagent: say what to forget: EPISODE ids, --query, --from, --to, --session, --source,"
                        + " or --everything\n");
        assertThat(home.run("memory", "forget", "e1", "--everything").err())
                .startsWith("personaagent: --everything cannot be narrowed down; leave it or the other options out\n");
        assertThat(home.run("memory", "forget", "e9", "--yes"))
                .isEqualTo(new Ran(1, "", "personaagent: there is no episode 'e9'\n"));
        assertThat(home.run("memory", "forget", "--from", "May", "--yes"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "personaagent: 'May' is not a time; expected one such as 2026-11-20, 2026-11-20T09:30 or"
                                + " 2026-11-20T09:30:00Z\n"));
        assertThat(home.run("memory", "forget", "--query", "the", "--yes").err())
                .isEqualTo("personaagent: 'the' has no word to look for; name at least one that is not as common as"
                        + " 'the'\n");
        assertThat(home.run("memory", "forget", "--query", "zebra", "--yes"))
                .isEqualTo(new Ran(0, "", "Nothing fits that; nothing was forgotten.\n"));
        assertThat(left()).hasSize(3);
    }

    private List<String> meant(String... criteria) {
        List<String> arguments = new ArrayList<>(List.of("memory", "forget", "--json"));
        arguments.addAll(List.of(criteria));
        return ids(home.run(arguments.toArray(String[]::new)).json().path("episodes"));
    }

    private List<String> left() {
        return ids(home.run("memory", "list", "--json").json());
    }

    private static List<String> ids(JsonNode episodes) {
        List<String> ids = new ArrayList<>();
        episodes.forEach(episode -> ids.add(episode.path("id").asText()));
        return ids;
    }

    private List<Path> filesWith(String... words) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (Stream.of(words).anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
