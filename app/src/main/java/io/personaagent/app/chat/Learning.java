package io.personaagent.app.chat;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.show.PersonaWords;
import io.personaagent.app.show.Words;
import io.personaagent.core.Person;
import io.personaagent.core.align.Keeper;
import io.personaagent.core.align.News;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaVersion;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a conversation has to do with the alignment that goes on beside it. Thread-safe. */
final class Learning {

    private final Keeper keeper;
    private final Person person;
    private final Screen screen;
    private final PersonaWords words;

    /** The version that was told of last, while nothing has been said since; 0 if there is none. */
    private final AtomicInteger told = new AtomicInteger();

    Learning(Keeper keeper, Person person, Screen screen) {
        this.keeper = requireNonNull(keeper, "keeper");
        this.person = requireNonNull(person, "person");
        this.screen = requireNonNull(screen, "screen");
        this.words = new PersonaWords(new Words(person.clock().getZone()));
    }

    /** Serves a turn, during which no alignment goes on. */
    <T> T during(Supplier<T> turn) {
        told.set(0);
        return keeper.during(turn);
    }

    /** There may be a new label. */
    void look() {
        keeper.look();
    }

    /** Tells what came of it since the last time. */
    void tell() {
        for (News news : keeper.news()) {
            screen.line(news.line());
            if (news.version() > 0) {
                told.set(news.version());
            }
        }
    }

    /** Aligns, or stops that. */
    void align(String rest) {
        if (rest.isEmpty()) {
            keeper.align();
            screen.aside("I look at what you corrected, in the background; what comes of it is told here.");
        } else if (rest.equals("stop")) {
            screen.aside(
                    keeper.stop()
                            ? "It is stopped. /align goes on with it, and nothing is begun until then."
                            : "Nothing is going on; nothing will be begun until you say /align.");
        } else {
            screen.aside("'%s' is not known; there are /align and /align stop".formatted(rest));
        }
    }

    /**
     * Explains a version of the persona.
     *
     * @param version its number, or an empty text for the one that was told of just now
     * @return false when neither is meant
     */
    boolean explains(String version) {
        int latest = told.getAndSet(0);
        if (version.isEmpty() && latest == 0) {
            return false;
        }
        if (!version.matches("[0-9]{0,9}")) {
            throw new IllegalArgumentException(
                    "'%s' is no version; /why 2 says why version 2 of your persona is there".formatted(version));
        }
        int number = version.isEmpty() ? latest : Integer.parseInt(version);
        PersonaVersion why = person.personas().version(number);
        Persona before =
                person.personas().find(number - 1).map(PersonaVersion::persona).orElse(new Persona(1, "", List.of()));
        words.why(why, before, person.memory().episodes()).forEach(screen::line);
        return true;
    }
}
