package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCommandsTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = TestHome.in(folder.resolve("home"));
        Path file = Files.writeString(
                folder.resolve("two.jsonl"),
                """
                {"id": "e1", "session": "s1", "happened": "2026-11-18T09:30:00Z", "text": "My dog is called Łatka.", "reply": "Noted."}
                {"id": "e2", "speaker": "Zoë", "happened": "2026-11-19T18:05:00Z", "text": "The ferry leaves at six.", "truth": "At seven."}
                """);
        home.run("memory", "import", file.toString());
    }

    @Test
    void list_isNewestFirst() {
        assertThat(home.run("memory", "list"))
                .isEqualTo(new Ran(
                        0,
                        "e2  2026-11-19 18:05  Zoë: The ferry leaves at six.\ne1  2026-11-18 09:30  My dog is called Łatka.\n",
                        "2 of 2 episodes.\n"));
        assertThat(home.run("memory", "list", "--limit", "1").err()).isEqualTo("1 of 2 episodes.\n");
        assertThat(home.run("memory", "list", "--json").json())
                .extracting(episode -> episode.path("id").asText())
                .containsExactly("e2", "e1");
    }

    @Test
    void limit_nought_isRefused() {
        assertThat(home.run("memory", "list", "--limit", "0").err())
                .isEqualTo("personaagent: limit is 0, but must be at least 1\n");
        assertThat(home.run("memory", "recall", "dog", "--limit", "0"))
                .isEqualTo(new Ran(1, "", "personaagent: limit is 0, but must be at least 1\n"));
    }

    @Test
    void show_hasAllThatBelongsToAnEpisode() {
        assertThat(home.run("memory", "show", "e1"))
                .isEqualTo(new Ran(
                        0, "e1, 2026-11-18 09:30, session s1\nyou: My dog is called Łatka.\nagent: Noted.\n", ""));
        assertThat(home.run("memory", "show", "e2").out())
                .isEqualTo(
                        "e2, 2026-11-19 18:05\nZoë: The ferry leaves at six.\n2026-11-19 18:05: you corrected it: At seven.\n");
        JsonNode shown = home.run("memory", "show", "e2", "--json").json();
        assertThat(shown.path("speaker").asText()).isEqualTo("Zoë");
        assertThat(shown.path("feedback").get(0).path("text").asText()).isEqualTo("At seven.");
    }

    @Test
    void show_anUnknownEpisode_isRefused() {
        assertThat(home.run("memory", "show", "e3"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "personaagent: there is no episode 'e3'; 'personaagent memory list' shows those that there are\n"));
        assertThat(home.run("memory", "show", "e 3").err())
                .isEqualTo(
                        "personaagent: episode id 'e 3' is not usable; it must be 1 to 128 printable ASCII characters without blanks\n");
    }

    @Test
    void recall_saysWhatWasFoundAndWhy() {
        Ran ran = home.run("memory", "recall", "what", "is", "my", "dog", "called?");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("2026-11-18 09:30  you said: \"My dog is called Łatka.\"\n    score ");
        assertThat(ran.out()).contains("lexical", "    from e1\n");
        JsonNode first = home.run("memory", "recall", "dog", "--json").json().get(0);
        assertThat(first.path("evidence").get(0).asText()).isEqualTo("e1");
        assertThat(first.path("parts").has("lexical")).isTrue();
    }

    @Test
    void recall_whatIsNotThere_isNothing() {
        assertThat(home.run("memory", "recall", "xylophone"))
                .isEqualTo(new Ran(0, "", "Nothing in memory fits that.\n"));
        assertThat(home.run("memory", "recall", "xylophone", "--json").json()).isEmpty();
    }

    @Test
    void stats_counts() {
        assertThat(home.run("memory", "stats").out())
                .startsWith("user       me\nbackend    lexical\nepisodes   2\n")
                .contains("on disk    ");
        JsonNode stats = home.run("memory", "stats", "--json").json();
        assertThat(stats.path("episodes").asInt()).isEqualTo(2);
        assertThat(stats.path("absorbed").asLong())
                .isEqualTo(stats.path("end").asLong())
                .isPositive();
    }

    @Test
    void feedback_isKeptWithTheEpisode() {
        assertThat(home.run("feedback", "e1", "--good")).isEqualTo(new Ran(0, "", "Noted for e1.\n"));
        assertThat(home.run("feedback", "e1", "--bad").exit()).isZero();
        assertThat(home.run("feedback", "last", "--correct", "It is called Łata.")
                        .err())
                .isEqualTo("Noted for e2.\n");

        assertThat(home.run("memory", "show", "e1").out())
                .endsWith(
                        "2026-11-20 12:00: you said that this was right\n2026-11-20 12:00: you said that this was wrong\n");
        assertThat(home.run("memory", "show", "e2").out())
                .endsWith("2026-11-20 12:00: you corrected it: It is called Łata.\n");
    }

    @Test
    void feedback_onWhatIsNotThere_isRefused() {
        assertThat(home.run("feedback", "e3", "--good"))
                .isEqualTo(new Ran(1, "", "personaagent: there is no episode 'e3'\n"));
        assertThat(home.run("feedback", "last", "--good", "--user", "bob").err())
                .isEqualTo("personaagent: there is no episode yet\n");
        assertThat(home.run("feedback", "e1", "--correct", " "))
                .isEqualTo(new Ran(1, "", "personaagent: a correction needs the right answer as text\n"));
    }

    @Test
    void persona_showsTheVersionInForce() {
        assertThat(home.run("persona", "show").out())
                .startsWith("Version 1, made from the template\n\nYou are a personal assistant.");
        assertThat(home.run("persona", "history").out())
                .isEqualTo("   1  2026-11-20 12:00  template: made from the template\n");
        assertThat(home.run("persona", "show", "--json")
                        .json()
                        .path("systemPrompt")
                        .asText())
                .startsWith("You are a personal assistant.");
        assertThat(home.run("persona", "history", "--json").json()).hasSize(1);
    }
}
