package io.personaagent.core.wiring;

import static io.personaagent.core.wiring.Homes.ADA;
import static io.personaagent.core.wiring.Homes.DAY_ONE;

import io.personaagent.core.Person;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model behind HTTP plays all roles of the paper: the agent that answers, the judge that gives feedback, and the rewriter. The agent
 * obeys its persona: it serves whatever drink a statement names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrinksOverHttp {

    static final Budget PLENTY = new Budget(Duration.ofMinutes(5), 500, 5_000_000);
    static final String HELPFUL =
            """
            Here you are:
            ```json
            {"edits": [{"op": "add", "kind": "preference", "polarity": "for", "strength": 0.9,
                        "text": "Drinks green tea with every meal.", "because": ["i1", "i2"]}],
             "reason": "they ask for green tea",}
            ```""";

    final StubModelServer server = new StubModelServer().answering(this::role);
    Household household;
    UserId user = ADA;
    StubReply rewriter = StubReply.text(HELPFUL);
    int people;
    int asked;

    /** One home for all, in which each test is somebody new: what takes long is its start. */
    @BeforeAll
    void start(@TempDir Path folder) {
        household = open(folder);
    }

    @BeforeEach
    void beNew() {
        user = new UserId("ada-" + people++);
        rewriter = StubReply.text(HELPFUL);
        asked = server.received().size();
    }

    @AfterAll
    void stop() {
        household.close();
        server.close();
    }

    /** What the model was asked in this test. */
    List<StubModelServer.Received> received() {
        return server.received().subList(asked, server.received().size());
    }

    Household open(Path folder) {
        return Homes.open(
                folder,
                Map.of(
                        "memory.backend", "lexical",
                        "model.provider", "openai",
                        "model.name", "stub",
                        "model.base_url", server.openAiUrl(),
                        "model.timeout_seconds", "2"));
    }

    StubReply role(StubModelServer.Received request) {
        if (request.body().contains("You judge, strictly")) {
            return StubReply.text("They want green tea. Search for what they drink.");
        }
        if (request.body().contains("You keep the statements")) {
            return rewriter;
        }
        String answer = request.body().contains("sea water") ? "sea water" : "I do not know.";
        return StubReply.text(request.body().contains("Drinks green tea") ? "green tea" : answer);
    }

    /** Six meals, the newest last; with each of them green tea was wanted, and with the first one something else as well. */
    static void meals(Person person, String first) {
        List<String> meals = List.of("breakfast", "brunch", "lunch", "supper", "a picnic", "dinner");
        for (int number = 0; number < meals.size(); number++) {
            EpisodeId id = new EpisodeId("e" + (number + 1));
            person.memory()
                    .retain(new Episode(
                            id,
                            new Occasion("s" + number, DAY_ONE.plusSeconds(number), DAY_ONE),
                            new Exchange("", "What shall I drink with " + meals.get(number) + "?", List.of(), "Water."),
                            Provenance.CHAT));
            person.memory()
                    .feedback(id, Feedback.corrected(number == 0 ? first : "green tea", DAY_ONE.plusSeconds(number)));
        }
    }

    static Decision align(Household household, Person person) {
        SoleAlignment alignment = household.alignment(person, "a test");
        return alignment.run(alignment.course(Scale.USUAL), PLENTY, line -> {});
    }

    static StubReply edits(String edit) {
        return StubReply.text("{\"edits\": [%s], \"reason\": \"so\"}".formatted(edit));
    }
}
