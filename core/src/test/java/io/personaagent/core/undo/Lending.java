package io.personaagent.core.undo;

import io.personaagent.core.plan.reflex.Predictions;
import io.personaagent.core.tool.Outputs;
import io.personaagent.core.tool.ToolLending;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Use;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.Persona;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** Lends tools a shelf, and nothing that is known of the person. */
record Lending(UserStore store, Path folder) implements ToolLending {
    @Override
    public UserId user() {
        return store.user();
    }

    @Override
    public Clock clock() {
        return Clock.fixed(UndoingTest.NOON, ZoneOffset.UTC);
    }

    @Override
    public Preferences preferences() {
        return Preferences.NONE;
    }

    @Override
    public MemoryReader memory(Use use, Consumer<Sifted> witness) {
        return (about, limit) -> List.of();
    }

    @Override
    public Likings likings(Use use, Consumer<Sifted> witness) {
        return new Predictions(() -> new Persona(1, "rules", List.of()), about -> List.of());
    }

    @Override
    public Shelf shelf(String provider) {
        return store.shelf(provider);
    }

    @Override
    public Path workspace(String provider) {
        return folder;
    }

    @Override
    public Outputs outputs() {
        return Outputs.unkept();
    }
}
