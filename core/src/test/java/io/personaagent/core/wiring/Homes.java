package io.personaagent.core.wiring;

import io.personaagent.core.Person;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Opens homes for tests, on a day of their choice. */
final class Homes {

    static final UserId ADA = new UserId("ada");
    static final UserId BOB = new UserId("bob");
    static final Instant DAY_ONE = Instant.parse("2026-11-18T09:00:00Z");
    static final Instant DAY_TWO = Instant.parse("2026-11-19T09:00:00Z");

    private Homes() {}

    static Household open(Path folder) {
        return open(folder, Map.of());
    }

    static Household open(Path folder, Map<String, String> overrides) {
        return at(DAY_ONE, folder, overrides);
    }

    static Household at(Instant now, Path folder, Map<String, String> overrides) {
        return new HouseholdSource(Map.of(), Clock.fixed(now, ZoneOffset.UTC)).open(folder, overrides);
    }

    /** What the configured agent answers, in a session of its own. */
    static Reply say(Household household, UserId user, String text) {
        Person person = household.person(user);
        Message message =
                new Message("s-" + household.ids().next(), text, person.clock().instant());
        return household
                .serve(person, Asker.nobodyThere())
                .agent()
                .respond(household.ids().next(), message, TurnListener.none());
    }
}
