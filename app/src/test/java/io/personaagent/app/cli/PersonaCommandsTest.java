package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PersonaCommandsTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = PersonaHome.in(folder);
    }

    private String run(String... arguments) {
        Ran ran = home.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }

    private void refuses(int exit, String message, String... arguments) {
        assertThat(home.run(arguments)).isEqualTo(new Ran(exit, "", "personaagent: " + message + "\n"));
    }

    @Test
    void history_hasVersionsWithWhatChanged_andWhatWasRefused() {
        assertThat(run("persona", "history"))
                .isEqualTo(
                        """
                              refused 2026-11-20 12:00: worse on the judges
                           2  2026-11-20 12:00  aligned: better on 3 of 3
                              + [no-coffee] Avoids bean brew. (preference, against 0.80, from e1, e3)
                              + [tea] Likes leaf infusions. (preference, for 0.80, from e2)
                           1  2026-11-20 12:00  template: made from the template
                        """);
        var newest = home.run("persona", "history", "--json").json().get(0);
        assertThat(newest.path("origin").asText()).isEqualTo("aligned");
        assertThat(newest.path("refused").get(0).path("decision").path("judges").size())
                .isEqualTo(2);
    }

    @Test
    void why_leadsToTheEpisodes() {
        assertThat(run("persona", "why", "no-coffee"))
                .isEqualTo(
                        """
                        [no-coffee] Avoids bean brew. (preference, against 0.80, from e1, e3)
                        so since version 2, 2026-11-20 12:00 (aligned: better on 3 of 3)
                        confidence 0.90, first stated 2026-11-20 12:00, last confirmed 2026-11-20 12:00
                        rests on:
                          e1  2026-11-18 09:30  I never drink coffee.
                          e3  2026-11-20 08:00  No coffee, thanks.
                        """);
        assertThat(home.run("persona", "why", "tea", "--json")
                        .json()
                        .path("episodes")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo("e2");
        refuses(1, "there is no statement 's9'; there are: no-coffee, tea", "persona", "why", "s9");
    }

    @Test
    void why_answersForOldVersionsToo() {
        run("persona", "edit", "--remove", "tea");

        assertThat(run("persona", "why", "tea", "--version", "2"))
                .startsWith("[tea] Likes leaf infusions. (preference, for 0.80, from e2)\nso since version 2, ")
                .contains("  e2  2026-11-19 18:05  Tea again, please.");
        refuses(1, "there is no statement 'tea'; there are: no-coffee", "persona", "why", "tea");
        refuses(1, "there is no version 9; there are 1 to 3", "persona", "why", "tea", "--version", "9");
    }

    @Test
    void forgettingSomeOfTheEvidence_leavesTheRest_andSaysSo() {
        Ran forgot = home.run("memory", "forget", "e1", "--yes");

        assertThat(forgot.exit()).as(forgot.err()).isZero();
        assertThat(forgot.err())
                .endsWith(
                        "Version 3 of your persona: episodes were forgotten: 0 statements went with them, 1 rests on fewer now.\n");
        assertThat(run("persona", "why", "no-coffee")).contains("from e3)").doesNotContain("e1");
        assertThat(run("persona", "history")).contains("aligned: the reason went with an episode that was forgotten");
    }

    @Test
    void forgettingAllOfTheEvidence_removesTheStatementFromEveryVersion_andSaysSo() throws IOException {
        run("persona", "edit", "no-coffee", "--text", "Abhors bean brew.");

        Ran forgot = home.run("memory", "forget", "e1", "e3", "--yes");

        assertThat(forgot.exit()).as(forgot.err()).isZero();
        assertThat(run("persona", "history"))
                .isEqualTo(
                        """
                           4  2026-11-20 12:00  forgotten: episodes were forgotten: 1 statement went with them, 0 rest on fewer now
                           3  2026-11-20 12:00  edited: the reason went with an episode that was forgotten
                              ! since then episodes were forgotten: 1 statement went with them, 0 rest on fewer now
                              refused 2026-11-20 12:00: worse on the judges
                           2  2026-11-20 12:00  aligned: the reason went with an episode that was forgotten
                              + [tea] Likes leaf infusions. (preference, for 0.80, from e2)
                              ! since then episodes were forgotten: 1 statement went with them, 0 rest on fewer now
                           1  2026-11-20 12:00  template: made from the template
                        """);
        refuses(1, "there is no statement 'no-coffee'; there are: tea", "persona", "why", "no-coffee");
        run("persona", "rollback", "2");
        assertThat(run("persona", "show")).doesNotContain("bean brew", "no-coffee");
        assertThat(filesWith("bean brew")).isEmpty();
        assertThat(filesWith("no-coffee")).isEmpty();
    }

    private List<Path> filesWith(String words) throws IOException {
        try (Stream<Path> files = Files.walk(home.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(words))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void handEdits_areVersions_andCanBeUndone() {
        assertThat(run("persona", "edit", "tea", "--text", "Loves tea.", "--strength", "1"))
                .isEqualTo("Version 3: edited tea.\n");
        assertThat(run("persona", "edit", "--add", "Be short.", "--kind", "style", "--polarity", "for"))
                .isEqualTo("Version 4: added s1.\n");
        assertThat(run("persona", "edit", "--remove", "no-coffee")).isEqualTo("Version 5: removed no-coffee.\n");
        assertThat(run("persona", "pin", "tea")).isEqualTo("Version 6: pinned tea.\n");
        assertThat(home.run("persona", "pin", "tea"))
                .isEqualTo(new Ran(0, "", "Nothing changed; version 6 stays in force.\n"));
        assertThat(run("persona", "diff", "2", "6"))
                .isEqualTo(
                        """
                        - [no-coffee] Avoids bean brew. (preference, against 0.80, from e1, e3)
                        - [tea] Likes leaf infusions. (preference, for 0.80, from e2)
                        + [tea] Loves tea. (preference, for 1.00, pinned, from e2)
                        + [s1] Be short. (style, for 1.00)
                        """);
        assertThat(run("persona", "unpin", "tea")).isEqualTo("Version 7: unpinned tea.\n");
        assertThat(run("persona", "rollback", "2")).isEqualTo("Version 8: back to version 2.\n");
        assertThat(home.run("persona", "diff", "2", "8")).isEqualTo(new Ran(0, "", "Versions 2 and 8 say the same.\n"));
        refuses(1, "there is no version 9; there are 1 to 8", "persona", "rollback", "9");
        refuses(1, "strength is 2.0, but must be from 0 to 1", "persona", "edit", "tea", "--strength", "2");
    }

    @Test
    void edit_saysWhatItNeeds() {
        String hint = "\nTry 'personaagent persona edit --help'.";

        refuses(
                2,
                "say what to change of 'tea': --text, --kind, --polarity or --strength" + hint,
                "persona",
                "edit",
                "tea");
        refuses(2, "say which STATEMENT is to change, or --add TEXT" + hint, "persona", "edit", "--text", "A.");
        refuses(2, "say one of STATEMENT, --add, --remove and --file" + hint, "persona", "edit", "tea", "--add", "A.");
        refuses(
                1,
                "no editor is named; set VISUAL or EDITOR, or use 'persona edit STATEMENT --text', --add or --remove",
                "persona",
                "edit");
    }

    @Test
    void exportAndImport_giveTheSameBytes() throws IOException {
        Path file = folder.resolve("persona.json");
        run("persona", "export", file.toString());
        String exported = Files.readString(file);
        refuses(1, "'%s' is there already; name another file".formatted(file), "persona", "export", file.toString());
        run("persona", "edit", "--remove", "tea");

        assertThat(run("persona", "import", file.toString())).isEqualTo("Version 4: 2 statements from persona.json.\n");

        assertThat(run("persona", "export")).isEqualTo(exported);
        assertThat(run("persona", "history")).contains("imported: 2 statements from persona.json");
    }

    @Test
    void import_refusesWhatRestsOnNothingHere_unlessItIsThePersonsWord() throws IOException {
        Path file = folder.resolve("persona.json");
        run("persona", "export", file.toString());

        refuses(
                1,
                "the statements rest on 3 episodes that are not there, such as e1; bring them with 'memory import' first, or say --without-episodes",
                "persona",
                "import",
                file.toString(),
                "--user",
                "bob");
        run("persona", "import", file.toString(), "--user", "bob", "--without-episodes");
        assertThat(run("persona", "why", "tea", "--user", "bob"))
                .endsWith("rests on no episode: it was written by hand\n");
        refuses(1, "there is no file 'none.json'", "persona", "import", "none.json");
        Files.writeString(file, "[]");
        refuses(
                1,
                "'%s' cannot be imported: this is no persona: it is not a JSON object".formatted(file),
                "persona",
                "import",
                file.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void edit_inTheEditor_takesOverWhatWasSaved_andLeavesNoFile() throws IOException {
        home = home.with("EDITOR", editor("sed -i.bak -e 's/leaf infusions/green tea/' \"$1\" && rm \"$1.bak\""));

        assertThat(run("persona", "edit")).isEqualTo("Version 3: edited as a whole.\n");

        assertThat(run("persona", "diff", "2", "3"))
                .contains("+ [tea] Likes green tea. (preference, for 0.80, from e2)");
        assertThat(home.folder().resolve("persona-edit-me.txt")).doesNotExist();
        home = home.with("VISUAL", editor("exit 3"));
        assertThat(home.run("persona", "edit").err()).isEqualTo("Nothing changed; version 3 stays in force.\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void edit_ofWhatCannotBeUnderstood_losesNothing() throws IOException {
        home = home.with("EDITOR", editor("echo '[tea] fact, fro: My new words.' > \"$1\""));
        Path kept = home.folder().resolve("persona-edit-me.txt");

        Ran refused = home.run("persona", "edit");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo(
                        """
                        personaagent: nothing was changed, and your text is kept in '%s':
                        line 1: 'fro' is not known; before the colon stand a kind (preference, fact, style, tool_guidance), a polarity (for, against, neutral), a strength from 0 to 1, and pinned
                        Mend it and run 'persona edit --file %s'.
                        """
                                .formatted(kept, kept));
        assertThat(kept).hasContent("[tea] fact, fro: My new words.");
        refuses(
                1,
                "'%s' is there from an edit that was not finished; mend it and run 'persona edit --file %s', or delete it"
                        .formatted(kept, kept),
                "persona",
                "edit");
        Files.writeString(kept, "[tea] fact, for: My new words.");
        run("persona", "edit", "--file", kept.toString());
        assertThat(run("persona", "show"))
                .contains("[tea] My new words. (strongly in favour)")
                .doesNotContain("bean brew");
    }

    private String editor(String script) throws IOException {
        Path program = Files.createTempFile(folder, "editor", ".sh");
        Files.writeString(program, script + "\n");
        return "sh " + program;
    }
}
