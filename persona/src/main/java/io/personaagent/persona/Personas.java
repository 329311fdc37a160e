package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** One person's persona, now and before. Thread-safe if the store is. */
public final class Personas {

    private final PersonaStore store;
    private final String rules;
    private final Clock clock;

    public Personas(PersonaStore store, String rules, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.rules = requireNonNull(rules, "rules");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The rules that come with the program. */
    public static String fixedRules() {
        try (InputStream resource =
                requireNonNull(Personas.class.getResourceAsStream("fixed-rules.txt"), "fixed-rules.txt")) {
            return Text.clean(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The persona in force; a person who is new gets the first version, made from the template. */
    public Persona current() {
        return version().persona();
    }

    /** The version in force, with when and why it came to be. */
    public PersonaVersion version() {
        return store.latest().orElseGet(this::first);
    }

    /** All versions, the newest first; the last one was made from the template. */
    public List<PersonaVersion> history() {
        version();
        return store.history();
    }

    private PersonaVersion first() {
        PersonaVersion first =
                new PersonaVersion(new Persona(1, rules, List.of()), clock.instant(), "made from the template");
        store.append(first);
        return store.latest().orElse(first);
    }
}
