package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NamedModelsTest {

    private final StubModelServer server = new StubModelServer();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void doctor_saysWhichModelDoesWhat() {
        String at = " at " + server.openAiUrl();

        assertThat(home().run("doctor").out())
                .contains(
                        "ok    planner: big\n",
                        "ok    model that answers you: big (models.best)" + at + ", else small (models.cheap)" + at
                                + "\n",
                        "ok    model that rewrites the persona: small (models.cheap)" + at + "\n",
                        "ok    model that sums up memories: big (models.best)" + at + ", else small (models.cheap)" + at
                                + "\n");
    }

    @Test
    void journal_saysWhoAnsweredInstead_andWhy() {
        server.answering(request -> request.body().contains("\"big\"")
                ? StubReply.status(404, "text/plain", "")
                : StubReply.text("Green tea."));
        TestHome home = home();

        Ran said = home.run("chat", "--once", "What do I like?");
        Ran journal = home.run("journal", "show");

        assertThat(said.out()).contains("Green tea.");
        assertThat(journal.out())
                .contains(
                        "     answered by small, since the model server at %s does not know the model 'big', or is no model server (404); check models.best.name and models.best.base_url\n"
                                .formatted(server.openAiUrl()));
    }

    private TestHome home() {
        return TestHome.in(folder)
                .configured(
                        """
                        plan.model = "best"
                        align.model = "cheap"

                        [models.best]
                        provider = "openai"
                        name = "big"
                        base_url = "%s"
                        fallback = "cheap"

                        [models.cheap]
                        provider = "openai"
                        name = "small"
                        base_url = "%s"
                        """
                                .formatted(server.openAiUrl(), server.openAiUrl()));
    }
}
