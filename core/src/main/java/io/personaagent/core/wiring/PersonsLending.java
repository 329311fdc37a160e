package io.personaagent.core.wiring;

import io.personaagent.core.Person;
import io.personaagent.core.Told;
import io.personaagent.core.config.Settings;
import io.personaagent.core.plan.reflex.Predictions;
import io.personaagent.core.tool.Outputs;
import io.personaagent.core.tool.ToolLending;
import io.personaagent.memory.boundary.SafeShelf;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Use;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Statement;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What one person's tools are lent, from their own store.
 *
 * @param folder the person's own
 */
record PersonsLending(Person person, UserStore store, Path folder, Settings settings, Outputs outputs)
        implements ToolLending {

    PersonsLending(Person person, UserStore store, Path folder, Settings settings) {
        this(
                person,
                store,
                folder,
                settings,
                Outputs.in(person.memory().exposures().records()));
    }

    @Override
    public UserId user() {
        return person.user();
    }

    @Override
    public Clock clock() {
        return person.clock();
    }

    @Override
    public Preferences preferences() {
        return new Preferences(
                settings.table("preferences"),
                person.personas().current().statements().stream()
                        .map(Statement::text)
                        .toList());
    }

    @Override
    public MemoryReader memory(Use use, Consumer<Sifted> witness) {
        return (about, limit) -> ToolLending.remembered(sifted(about, limit, use, witness));
    }

    @Override
    public Likings likings(Use use, Consumer<Sifted> witness) {
        return new Predictions(
                () -> Told.of(person.personas().current(), person.memory(), use),
                about -> sifted(about, ToolLending.RECALLED, use, witness).shown());
    }

    private Sifted sifted(String about, int limit, Use use, Consumer<Sifted> witness) {
        Sifted found = person.memory()
                .sift(RecallQuery.about(about, person.clock().instant())
                        .limit(limit)
                        .usedFor(use));
        witness.accept(found);
        return found;
    }

    @Override
    public Shelf shelf(String provider) {
        return new SafeShelf(store.shelf(provider));
    }

    @Override
    public Path workspace(String provider) {
        return tools(folder).resolve(provider);
    }

    /** Where all tools' folders of a person are. */
    static Path tools(Path folder) {
        return folder.resolve("tools");
    }
}
