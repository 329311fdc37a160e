package io.personaagent.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.contract.TestToolContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same request, for people with different habits. */
class HabitsTest {

    private static final Map<String, Object> REQUEST = Map.of("path", "groceries", "text", "milk");

    @Test
    void write_followsThePersonsHabits_andSaysWhichSentenceDidIt() {
        TestToolContext ada = persona("Prefers Markdown for everything.", "Keeps lists in the folder errands.");
        TestToolContext bob = persona("Likes plain text, not Markdown.");
        TestToolContext cem = TestToolContext.of("cem");

        assertThat(Desk.USUAL.call("write_file", REQUEST, ada))
                .isEqualTo(
                        "Wrote errands/groceries.md (4 bytes) (in errands because of \"Keeps lists in the folder errands.\")"
                                + " (.md because of \"Prefers Markdown for everything.\").");
        assertThat(Desk.USUAL.call("write_file", REQUEST, bob))
                .isEqualTo("Wrote groceries.txt (4 bytes) (.txt because of \"Likes plain text, not Markdown.\").");
        assertThat(Desk.USUAL.call("write_file", REQUEST, cem)).isEqualTo("Wrote groceries.txt (4 bytes).");
    }

    @Test
    void aSentence_countsBeforeASettledPreference() {
        TestToolContext ada = TestToolContext.of("ada")
                .preferring(new Preferences(
                        Map.of("file_format", ".ORG", "files_folder", "inbox"), List.of("Prefers Markdown.")));
        TestToolContext bob = TestToolContext.of("bob")
                .preferring(new Preferences(
                        Map.of("file_format", ".ORG", "files_folder", "inbox"),
                        List.of("Keeps lists in the folder errands.")));

        assertThat(Desk.USUAL.call("write_file", REQUEST, ada))
                .isEqualTo("Wrote inbox/groceries.md (4 bytes) (in inbox because of the preference files_folder)"
                        + " (.md because of \"Prefers Markdown.\").");
        assertThat(Desk.USUAL.call("write_file", REQUEST, bob))
                .isEqualTo(
                        "Wrote errands/groceries.org (4 bytes) (in errands because of \"Keeps lists in the folder errands.\")"
                                + " (.org because of the preference file_format).");
    }

    @Test
    void whatIsSaid_countsBeforeAnyHabit() {
        TestToolContext ada = persona("Prefers Markdown.", "Keeps lists in the folder errands.");

        assertThat(Desk.USUAL.call("write_file", Map.of("path", "work/a.csv", "text", "1;2"), ada))
                .isEqualTo("Wrote work/a.csv (3 bytes).");
    }

    @Test
    void read_findsWhatWriteMade() {
        TestToolContext ada = persona("Prefers Markdown for everything.", "Keeps lists in the folder errands.");
        Desk.USUAL.call("write_file", REQUEST, ada);

        assertThat(Desk.USUAL.call("read_file", Map.of("path", "groceries"), ada))
                .isEqualTo("errands/groceries.md:\nmilk");
        assertThat(Desk.USUAL.call("append_file", Map.of("path", "groceries.md", "text", "eggs"), ada))
                .startsWith("Added 4 bytes to errands/groceries.md");
    }

    @Test
    void aHabitThatLeadsOut_isRefused() {
        TestToolContext ada =
                TestToolContext.of("ada").preferring(new Preferences(Map.of("files_folder", "../.."), List.of()));

        assertThat(Desk.USUAL.call("write_file", REQUEST, ada))
                .isEqualTo(
                        "refused: argument 'the preferred folder' is '../..'; '..' is no name; expected a path inside the"
                                + " folder, such as notes/shopping.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prefers Markdown to plain text. | md",
                "Prefers plain text over Markdown. | txt",
                "Does not like Markdown. | txt",
                "Avoids .md files. | txt",
                "Uses org-mode for notes. | org",
                "Writes documents in AsciiDoc. | adoc",
                "Works on a Markdown parser. | txt",
                "Is fond of gardening. | txt"
            })
    void format_isReadFromWhatIsLiked(String statement, String format) {
        assertThat(new Habits("txt")
                        .format(new Preferences(Map.of(), List.of(statement)))
                        .value())
                .isEqualTo(format);
    }

    private static TestToolContext persona(String... statements) {
        return TestToolContext.of("somebody").preferring(new Preferences(Map.of(), List.of(statements)));
    }
}
