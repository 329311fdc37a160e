package io.personaagent.app.it;

import io.personaagent.core.Person;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Five answers that were corrected, and a model that plays all roles: its first rewrite does not help, its second does. */
final class Meals {

    private static final List<String> MEALS = List.of("breakfast", "brunch", "lunch", "supper", "dinner");

    private Meals() {}

    /** Writes them into a new home. */
    static Program home(Path folder, StubModelServer server) {
        Program program = new Program(folder)
                .configured(
                        "memory.backend = \"lexical\"",
                        "[model]",
                        "provider = \"openai\"",
                        "name = \"stub\"",
                        "base_url = \"%s\"".formatted(server.openAiUrl()));
        within(folder, person -> {
            for (int number = 0; number < MEALS.size(); number++) {
                EpisodeId id = new EpisodeId("e" + number);
                Instant then = Instant.parse("2026-11-20T12:00:00Z").plusSeconds(number);
                person.memory()
                        .retain(new Episode(
                                id,
                                new Occasion("s" + number, then, then),
                                new Exchange(
                                        "", "What shall I drink with " + MEALS.get(number) + "?", List.of(), "Water."),
                                Provenance.CHAT));
                person.memory().feedback(id, Feedback.corrected("green tea", then));
            }
            return person.personas().version();
        });
        return program;
    }

    /** Opens the home in this process for a moment. */
    static <T> T within(Path folder, Function<Person, T> asked) {
        try (Household household = new HouseholdSource(Map.of(), Clock.systemUTC()).open(folder, Map.of())) {
            return asked.apply(household.person(new UserId("me")));
        }
    }

    static StubReply role(StubModelServer.Received request) {
        if (request.body().contains("You judge, strictly")) {
            return StubReply.text("They want green tea.");
        }
        if (request.body().contains("You keep the statements")) {
            String text = request.body().contains("Has a cup.") ? "Drinks green tea with every meal." : "Has a cup.";
            return StubReply.text(
                    "{\"edits\": [{\"op\": \"add\", \"text\": \"%s\", \"because\": [\"i1\"]}], \"reason\": \"tea\"}"
                            .formatted(text));
        }
        return StubReply.text(request.body().contains("Drinks green tea") ? "green tea" : "I do not know.");
    }
}
