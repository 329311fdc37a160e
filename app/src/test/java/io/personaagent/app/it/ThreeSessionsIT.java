package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Told in the first session, asked in the second, corrected in the third; the program ends in between. */
class ThreeSessionsIT {

    @TempDir
    Path folder;

    @Test
    void answer_quotesWhatWasToldWithItsDate_andAfterTheCorrectionTheCorrectedThing() {
        Program program = new Program(folder.resolve("home"));
        Path told = program.file(
                "first-day.jsonl",
                List.of(
                        "{\"id\": \"told\", \"session\": \"one\", \"happened\": \"2026-03-02T09:30:00Z\","
                                + " \"text\": \"My sister's birthday is on 14 May.\"}",
                        "{\"session\": \"one\", \"happened\": \"2026-03-02T09:31:00Z\", \"text\": \"I am allergic to peanuts.\"}",
                        "{\"session\": \"one\", \"happened\": \"2026-03-02T09:32:00Z\", \"text\": \"我妹妹住在京都。\"}"));

        assertThat(program.run("memory", "import", told.toString()).exited(0).out())
                .isEqualToIgnoringNewLines("3 added, 0 there already, 0 rejected");

        JsonNode second = ask(program, "When is my sister's birthday?");
        assertThat(second.path("reply").asText())
                .contains("\"My sister's birthday is on 14 May.\"")
                .contains("2 March 2026");
        assertThat(second.path("cited")).extracting(JsonNode::asText).contains("told");

        program.run("feedback", second.path("episode").asText(), "--correct", "It is on 15 May, I mixed it up.")
                .exited(0);

        JsonNode third = ask(program, "When is my sister's birthday?");
        assertThat(third.path("reply").asText().lines().findFirst().orElse(""))
                .startsWith("You corrected me today at ")
                .endsWith("\"It is on 15 May, I mixed it up.\"");
        JsonNode kept = program.run("memory", "show", second.path("episode").asText(), "--json")
                .exited(0)
                .json();
        assertThat(kept.path("truth").asText()).isEqualTo("It is on 15 May, I mixed it up.");
        assertThat(kept.path("feedback").get(0).path("given").asText())
                .startsWith(LocalDate.now(ZoneOffset.UTC).toString());
    }

    @Test
    void demo_playsThreeDays() {
        Program.Result demo = new Program(folder.resolve("home")).run("demo").exited(0);

        assertThat(demo.err()).isEmpty();
        assertThat(demo.out())
                .isEqualToNormalizingNewlines(
                        """
                        -- 2026-11-18
                        > My sister's birthday is on 14 May.
                        I'll remember that.
                        > I am allergic to peanuts.
                        I'll remember that.
                        > add to my to-do list: book a table for Friday
                        Added to-do 1: book a table for Friday

                        -- 2026-11-19
                        > When is my sister's birthday?
                        You told me yesterday: "My sister's birthday is on 14 May."
                        > What am I allergic to?
                        You told me yesterday: "I am allergic to peanuts."
                        > What is my dog's name?
                        I don't know that yet. Tell me, and I will remember it.
                        > how much is 17.5 * 12 + 8
                        17.5 * 12 + 8 = 218

                        -- 2026-11-20
                        > When is my sister's birthday?
                        You told me on 18 November 2026: "My sister's birthday is on 14 May."
                        > /correct It is on 15 May, I mixed it up.
                        Noted; I will go by that.
                        > When is my sister's birthday?
                        You corrected me today at 08:15: "It is on 15 May, I mixed it up."
                        (Before that, on 18 November 2026, you had said: "My sister's birthday is on 14 May.")

                        """);
    }

    @Test
    void demo_isWhatTheReadmeShows() throws IOException {
        Program.Result demo = new Program(folder.resolve("home")).run("demo").exited(0);

        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(demo.out().replace("\r\n", "\n").strip());
    }

    private static JsonNode ask(Program program, String question) {
        return program.run("chat", "--once", question, "--json").exited(0).json();
    }
}
