package io.personaagent.app.cli;

import io.personaagent.core.Person;
import io.personaagent.core.Service;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.HouseholdSource;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows what the program is about: three short conversations on three days, with the program ended in between. */
@Command(
        name = "demo",
        header = "Plays three short conversations: told, asked, corrected.",
        description =
                "They are on three days, in a home of their own that is thrown away afterwards: told, asked, corrected. Nothing of yours is touched.")
final class DemoCommand implements Callable<Integer> {

    private static final UserId USER = new UserId("ada");
    private static final String CORRECT = "/correct ";

    /** A conversation: when, and what the person says; a line that begins with /correct judges the answer before it. */
    private record Session(Instant at, List<String> lines) {}

    private static final List<Session> SESSIONS = List.of(
            new Session(
                    Instant.parse("2026-11-18T09:30:00Z"),
                    List.of(
                            "My sister's birthday is on 14 May.",
                            "I am allergic to peanuts.",
                            "add to my to-do list: book a table for Friday")),
            new Session(
                    Instant.parse("2026-11-19T18:05:00Z"),
                    List.of(
                            "When is my sister's birthday?",
                            "What am I allergic to?",
                            "What is my dog's name?",
                            "how much is 17.5 * 12 + 8")),
            new Session(
                    Instant.parse("2026-11-20T08:15:00Z"),
                    List.of(
                            "When is my sister's birthday?",
                            CORRECT + "It is on 15 May, I mixed it up.",
                            "When is my sister's birthday?")));

    private final Door door;

    DemoCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Path home = Files.createTempDirectory("personaagent-demo");
        try {
            for (Session session : SESSIONS) {
                play(home, session);
            }
            return 0;
        } finally {
            delete(home);
        }
    }

    private void play(Path home, Session session) {
        HouseholdSource source = new HouseholdSource(Map.of(), Clock.fixed(session.at(), ZoneOffset.UTC));
        try (Household household = source.open(home, Map.of("planner", "reflex"))) {
            Person person = household.person(USER);
            Service service = household.serve(person, Asker.nobodyThere());
            door.print("-- %s".formatted(LocalDate.ofInstant(session.at(), ZoneOffset.UTC)));
            @Nullable Reply last = null;
            for (String line : session.lines()) {
                door.print("> " + line);
                if (line.startsWith(CORRECT) && last != null) {
                    person.memory()
                            .feedback(
                                    last.episode(), Feedback.corrected(line.substring(CORRECT.length()), session.at()));
                    door.print("Noted; I will go by that.");
                } else {
                    last = service.agent()
                            .respond(
                                    household.ids().next(),
                                    new Message("demo-" + session.at(), line, session.at()),
                                    TurnListener.none());
                    door.print(last.text());
                }
            }
            door.print("");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
