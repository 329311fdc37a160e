package io.personaagent.persona.hand;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Redactor;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Personas;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The person's own changes to their persona; each is a version, and may change what is pinned. A statement keeps what it rests on when it is
 * reworded: when that is forgotten, it goes. Secrets are not kept. Thread-safe if the personas are.
 */
public final class HandEdits {

    private static final Pattern NUMBERED = Pattern.compile("s([0-9]{1,6})");

    private final Personas personas;
    private final Clock clock;

    public HandEdits(Personas personas, Clock clock) {
        this.personas = requireNonNull(personas, "personas");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * No alignment touches it from now on.
     *
     * @throws IllegalArgumentException when there is no such statement; so for all that name one
     */
    public PersonaVersion pin(String id) {
        return changed(id, "pinned " + id, statement -> statement.with(new Standing(statement.version(), true)));
    }

    public PersonaVersion unpin(String id) {
        return changed(id, "unpinned " + id, statement -> statement.with(new Standing(statement.version(), false)));
    }

    public PersonaVersion reword(String id, Meaning meaning) {
        return changed(id, "edited " + id, statement -> reworded(statement, meaning));
    }

    /** A new one, put last, which rests on nothing but the person's word. */
    public PersonaVersion add(Meaning meaning) {
        String id = freeId(List.of());
        return personas.revise(Cause.of(Origin.EDITED, "added " + id), persona -> with(persona, written(id, meaning)));
    }

    public PersonaVersion remove(String id) {
        return personas.revise(about(id, "removed " + id), persona -> {
            Statement gone = persona.statement(id);
            return persona.edited(persona.statements().stream()
                    .filter(statement -> !statement.equals(gone))
                    .toList());
        });
    }

    /** All statements as the drafts say, in their order; one that no draft names goes. */
    public PersonaVersion rewrite(List<Draft> drafts) {
        Cause cause = Cause.of(Origin.EDITED, "edited as a whole");
        return personas.revise(cause, persona -> {
            List<Statement> statements = new ArrayList<>();
            drafts.forEach(draft -> statements.add(of(draft, persona, statements)));
            return persona.edited(statements);
        });
    }

    /** The statements of an earlier version again, without what was forgotten since. */
    public PersonaVersion rollBack(int number) {
        List<Statement> earlier = personas.version(number).persona().statements();
        return personas.revise(
                Cause.of(Origin.ROLLED_BACK, "back to version " + number), persona -> persona.restored(earlier));
    }

    /**
     * The statements of a file instead of those that there are.
     *
     * @param from how the file is called
     */
    public PersonaVersion replace(List<Statement> statements, String from) {
        String reason =
                "%d %s from %s".formatted(statements.size(), statements.size() == 1 ? "statement" : "statements", from);
        List<Statement> clean = statements.stream()
                .map(statement -> statement.with(clean(statement.meaning())))
                .toList();
        return personas.revise(Cause.of(Origin.IMPORTED, reason), persona -> persona.edited(clean));
    }

    private PersonaVersion changed(String id, String reason, UnaryOperator<Statement> change) {
        return personas.revise(about(id, reason), persona -> {
            Statement before = persona.statement(id);
            return persona.edited(persona.statements().stream()
                    .map(statement -> statement.equals(before) ? change.apply(statement) : statement)
                    .toList());
        });
    }

    /** An id may say something of what it names. */
    private Cause about(String id, String reason) {
        Statement statement = personas.current().statement(id);
        return Cause.of(Origin.EDITED, reason).about(statement.support().evidence());
    }

    private Statement of(Draft draft, Persona persona, List<Statement> others) {
        Statement statement = persona.find(draft.id())
                .map(before -> reworded(before, draft.meaning()))
                .orElseGet(() -> written(draft.id().isEmpty() ? freeId(others) : draft.id(), draft.meaning()));
        return statement.with(new Standing(statement.version(), draft.pinned()));
    }

    /** What the person rewords they have confirmed. */
    private Statement reworded(Statement before, Meaning meaning) {
        Meaning clean = clean(meaning);
        if (before.meaning().equals(clean)) {
            return before;
        }
        Support support = before.support();
        return before.with(clean).with(new Support(1, support.evidence(), support.created(), clock.instant()));
    }

    private Statement written(String id, Meaning meaning) {
        Instant now = clock.instant();
        return new Statement(id, clean(meaning), new Support(1, Set.of(), now, now), Standing.NEW);
    }

    private static Persona with(Persona persona, Statement more) {
        List<Statement> statements = new ArrayList<>(persona.statements());
        statements.add(more);
        return persona.edited(statements);
    }

    private static Meaning clean(Meaning meaning) {
        return meaning.saying(Redactor.redact(meaning.text()).kept());
    }

    /** One that no version ever had, so that it names one statement through all of them; not that of a forgotten one either. */
    private String freeId(List<Statement> others) {
        int highest = personas.numbered();
        for (Statement statement : others) {
            var number = NUMBERED.matcher(statement.id());
            highest = number.matches() ? Math.max(highest, Integer.parseInt(number.group(1))) : highest;
        }
        return "s" + (highest + 1);
    }
}
