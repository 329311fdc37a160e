package io.personaagent.app.cli;

import io.personaagent.app.testing.TestHome;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Personas;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home with a persona: two statements from three episodes, and a proposal that was refused. */
final class PersonaHome {

    private PersonaHome() {}

    static TestHome in(Path folder) throws IOException {
        TestHome home = TestHome.in(folder.resolve("home"));
        Path file = Files.writeString(
                folder.resolve("three.jsonl"),
                """
                {"id": "e1", "session": "s1", "happened": "2026-11-18T09:30:00Z", "text": "I never drink coffee."}
                {"id": "e2", "session": "s1", "happened": "2026-11-19T18:05:00Z", "text": "Tea again, please."}
                {"id": "e3", "session": "s2", "happened": "2026-11-20T08:00:00Z", "text": "No coffee, thanks."}
                """);
        home.run("memory", "import", file.toString());
        try (Household household = home.open()) {
            Personas personas = household.person(new UserId("me")).personas();
            personas.accept(
                    personas.current()
                            .next(List.of(
                                    statement("no-coffee", "Avoids bean brew.", "e1", "e3"),
                                    statement("tea", "Likes leaf infusions.", "e2"))),
                    Cause.of(Origin.ALIGNED, "better on 3 of 3").about(ids("e1")));
            personas.refuse(
                    personas.current(),
                    new Cause(Origin.ALIGNED, "worse on the judges", "{\"judges\":[0,1]}", Set.of()));
        }
        return home;
    }

    private static Set<EpisodeId> ids(String... episodes) {
        return Stream.of(episodes).map(EpisodeId::new).collect(Collectors.toSet());
    }

    private static Statement statement(String id, String text, String... evidence) {
        Meaning meaning = new Meaning(
                text,
                Statement.Kind.PREFERENCE,
                id.startsWith("no") ? Statement.Polarity.AGAINST : Statement.Polarity.FOR,
                0.8);
        return new Statement(id, meaning, new Support(0.9, ids(evidence), TestHome.NOON, TestHome.NOON), Standing.NEW);
    }
}
