package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said in confidence: what of it is kept, and who sees it. */
class BoundaryTest {

    private static final String CARD = "4111111111111111";

    @TempDir
    Path folder;

    private Path root;
    private TestHome home;

    @BeforeEach
    void openHome() {
        root = folder.resolve("home");
        home = TestHome.in(root);
    }

    @Test
    void aCardNumber_standsInNoFileAfterAChatAndAnImport() throws IOException {
        Ran told = home.run("chat", "--once", "My card is 4111 1111 1111 1111 and my password is xK9!plumage");
        home.run("chat", "--once", "note: the card is " + CARD);
        home.run("feedback", "last", "--correct", "No: " + CARD);
        Path file = folder.resolve("import.jsonl");
        Files.writeString(
                file,
                "{\"text\": \"pay with 4111-1111-1111-1111\", \"happened\": \"2026-11-20\", \"reply\": \"Paid with "
                        + CARD
                        + "\", \"truth\": \"" + CARD + "\", \"tags\": [\"" + CARD + "\"], \"session\": \"" + CARD
                        + "\", \"actions\": [{\"tool\": \"pay\", \"arguments\": {\"card\": " + CARD
                        + ", \"password\": \"xK9!plumage\"}, \"result\": \"" + CARD + "\"}]}\n");
        Ran imported = home.run("memory", "import", file.toString());

        assertThat(told.err()).isEqualTo("I did not keep the card number and the password.\n");
        assertThat(imported.err()).contains("I did not keep 2 card numbers and the password.\n");
        assertThat(imported.out()).isEqualTo("1 added, 0 there already, 0 rejected\n");
        assertThat(home.run("memory", "import", file.toString()).out())
                .isEqualTo("0 added, 1 there already, 0 rejected\n");
        assertThat(home.run("memory", "list").out()).contains("[redacted: card ending 1111]");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile).filter(each -> !each.startsWith(root.resolve("cache"))))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(Files.readString(each, StandardCharsets.ISO_8859_1))
                            .doesNotContain(CARD, "4111 1111", "4111-1111", "plumage"));
        }
    }

    @Test
    void whatIsWithheld_isInNoRequestToAModel() {
        home.run("--planner", "reflex", "chat", "--once", "On Tuesday the oncologist starts the chemotherapy.");
        home.run("--planner", "reflex", "chat", "--once", "On Tuesday the spare key is under the flowerpot.");
        home.run("--planner", "reflex", "chat", "--once", "On Tuesday Åse plays the cello.");
        try (StubModelServer server = new StubModelServer()) {
            home.configured("[model]\nprovider = \"openai\"\nname = \"stub\"\nbase_url = \"%s\"\n"
                    .formatted(server.openAiUrl()));
            server.then(StubReply.text("Åse plays the cello.")).then(StubReply.text("Chemotherapy, on Tuesday [m1]."));
            JsonNode reply = home.run("chat", "--once", "What happens on Tuesday?", "--json")
                    .json();

            assertThat(server.received())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.body()).contains("cello"))
                    .noneSatisfy(request -> assertThat(request.body()).contains("oncologist"))
                    .noneSatisfy(request -> assertThat(request.body()).contains("chemotherapy"))
                    .noneSatisfy(request -> assertThat(request.body()).contains("flowerpot"));
            assertThat(reply.path("withheld")).hasSize(2);
            String shown = home.run("memory", "exposures", reply.path("episode").asText())
                    .out();
            assertThat(shown)
                    .contains(" shown to stub, used: repeated")
                    .contains(" not shown: health")
                    .contains(" not shown: credentials")
                    .contains("2 memories withheld: credentials, health");

            JsonNode asked = home.run("chat", "--once", "When does the chemotherapy start?", "--json")
                    .json();

            assertThat(server.received().get(server.received().size() - 1).body())
                    .contains("oncologist")
                    .doesNotContain("flowerpot");
            assertThat(home.run("memory", "exposures", asked.path("episode").asText(), "--json")
                            .json()
                            .findValuesAsText("used"))
                    .contains("cited");
        }
    }

    @Test
    void aPlannerWithoutAModel_answersThePersonFromAllButCredentials() {
        home.run("chat", "--once", "My chemotherapy starts on Tuesday.");

        assertThat(home.run("chat", "--once", "When does my chemotherapy start?")
                        .out())
                .contains("My chemotherapy starts on Tuesday.");
        assertThat(home.run("memory", "list").out()).contains("[health] My chemotherapy");
        assertThat(home.run("memory", "recall", "chemotherapy").out()).contains("My chemotherapy starts");
    }

    @Test
    void anExtentThatThereIsNot_isNamed() {
        home.configured("[boundary]\nmodel = \"everything\"\n");

        assertThat(home.run("memory", "list").err())
                .contains("boundary.model is 'everything'; expected ordinary, topic or all");
    }

    @Test
    void import_withASensitivity_filesTheLinesThatNameNone() throws IOException {
        Path file = folder.resolve("import.jsonl");
        Files.writeString(
                file,
                """
                {"id": "a", "text": "I like tea.", "happened": "2026-11-20"}
                {"id": "b", "text": "I like rum.", "happened": "2026-11-20", "sensitivity": "finance"}
                """);

        assertThat(home.run("memory", "import", "--sensitivity", "intimate", file.toString())
                        .exit())
                .isZero();
        assertThat(home.run("memory", "show", "a").out()).contains(", intimate\n");
        assertThat(home.run("memory", "show", "b").out()).contains(", finance\n");
        assertThat(home.run("memory", "import", "--sensitivity", "love", file.toString())
                        .err())
                .contains(
                        "there is no sensitivity 'love'; there are: ordinary, health, finance, credentials, identity, intimate");
    }

    @Test
    void exposures_whereThereAreNone_sayIt() {
        assertThat(home.run("memory", "exposures").err()).isEqualTo("No reply saw anything of memory.\n");
        assertThat(home.run("memory", "exposures", "e9").err())
                .isEqualTo("Nothing is noted of what 'e9' saw of memory.\n");
    }
}
