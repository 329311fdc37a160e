package io.personaagent.persona;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * The version in force, with when and why it came to be. When it has lost something because episodes were forgotten, what is left is a
     * version of its own, which says so.
     */
    public PersonaVersion version() {
        PersonaVersion latest = store.latest().orElseGet(this::first);
        Loss loss = store.lost(latest.number());
        if (loss.equals(Loss.NONE)) {
            return latest;
        }
        accept(latest.persona().restored(latest.persona().statements()), Cause.of(Origin.FORGOTTEN, loss.words()));
        return store.latest().orElse(latest);
    }

    /** All versions, the newest first; the last one was made from the template. */
    public List<PersonaVersion> history() {
        version();
        return store.history();
    }

    /** A version by its number, without what was forgotten since. */
    public Optional<PersonaVersion> find(int number) {
        return store.find(number);
    }

    /**
     * A version by its number, without what was forgotten since.
     *
     * @throws IllegalArgumentException when there is none
     */
    public PersonaVersion version(int number) {
        int latest = version().number();
        return find(number)
                .orElseThrow(() -> new IllegalArgumentException(
                        latest == 1
                                ? "there is no version %d; there is only version 1".formatted(number)
                                : "there is no version %d; there are 1 to %d".formatted(number, latest)));
    }

    /** What a version has lost because episodes were forgotten since. */
    public Loss lost(int number) {
        return store.lost(number);
    }

    /**
     * Puts the next persona in force.
     *
     * @return false, and nothing changes, when it is not the next any more: somebody else was faster
     */
    public boolean accept(Persona next, Cause cause) {
        return store.append(new PersonaVersion(next, clock.instant(), cause));
    }

    /**
     * Puts what the person changed in force; where somebody else is faster, the change is made to what they wrote.
     *
     * @return the version in force afterwards; no other than before where nothing changed
     */
    public PersonaVersion revise(Cause cause, UnaryOperator<Persona> change) {
        PersonaVersion before = version();
        Persona next = change.apply(before.persona());
        while (!next.statements().equals(before.persona().statements()) && !accept(next, cause)) {
            before = version();
            next = change.apply(before.persona());
        }
        return version();
    }

    /** The highest number in an id such as s12 that any version ever had, also one that was forgotten. */
    public int numbered() {
        return Math.max(
                store.numbered(),
                history().stream()
                        .mapToInt(version -> NumberedIds.highest(version.persona()))
                        .max()
                        .orElse(0));
    }

    /** Keeps why a proposal to change a persona was not accepted; no version changes. */
    public void refuse(Persona unchanged, Cause cause) {
        store.refuse(new Refusal(unchanged.version(), clock.instant(), cause));
    }

    /** The proposals that were refused, the newest first. */
    public List<Refusal> refusals() {
        return store.refusals();
    }

    private PersonaVersion first() {
        PersonaVersion first = new PersonaVersion(
                new Persona(1, rules, List.of()), clock.instant(), Cause.of(Origin.TEMPLATE, "made from the template"));
        store.append(first);
        return store.latest().orElse(first);
    }
}
