package io.personaagent.core;

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
import java.util.List;
import java.util.function.Consumer;

/** Lends tools no memories and no preferences. */
record NothingLent(UserStore store, Clock clock, Outputs outputs) implements ToolLending {

    NothingLent(UserStore store, Clock clock) {
        this(store, clock, Outputs.unkept());
    }

    @Override
    public UserId user() {
        return store.user();
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
        return Path.of("target", "workspace", provider);
    }
}
