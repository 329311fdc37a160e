package io.personaagent.core.tool;

import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same with shelves that keep something. */
record ShelvesLent(ToolLending lending, Function<String, Shelf> shelves) implements ToolLending {

    @Override
    public UserId user() {
        return lending.user();
    }

    @Override
    public Clock clock() {
        return lending.clock();
    }

    @Override
    public Preferences preferences() {
        return lending.preferences();
    }

    @Override
    public MemoryReader memory(Use use, Consumer<Sifted> witness) {
        return lending.memory(use, witness);
    }

    @Override
    public Likings likings(Use use, Consumer<Sifted> witness) {
        return lending.likings(use, witness);
    }

    @Override
    public Shelf shelf(String provider) {
        return shelves.apply(provider);
    }

    @Override
    public Path workspace(String provider) {
        return lending.workspace(provider);
    }

    @Override
    public Outputs outputs() {
        return lending.outputs();
    }
}
