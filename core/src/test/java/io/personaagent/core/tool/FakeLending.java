package io.personaagent.core.tool;

import io.personaagent.core.plan.reflex.Predictions;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.Persona;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import io.personaagent.tools.contract.InMemoryShelf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lends a person called Ada a memory of one thing, shelves that know who they belong to, and folders below the given one. */
record FakeLending(Path home, Outputs outputs) implements ToolLending {

    FakeLending(Path home) {
        this(home, Outputs.unkept());
    }

    @Override
    public UserId user() {
        return new UserId("ada");
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneId.of("Asia/Tokyo"));
    }

    @Override
    public Preferences preferences() {
        return new Preferences(Map.of("units", "metric"), List.of());
    }

    @Override
    public MemoryReader memory(Use use, Consumer<Sifted> witness) {
        return (about, limit) -> List.of(new Remembered("Ada likes tea", clock().instant(), "e1"));
    }

    @Override
    public Likings likings(Use use, Consumer<Sifted> witness) {
        return new Predictions(() -> new Persona(1, "rules", List.of()), about -> List.of());
    }

    @Override
    public Shelf shelf(String provider) {
        if (provider.equals(Marks.OWNER)) {
            return new InMemoryShelf();
        }
        return new Shelf() {
            @Override
            public Optional<String> get(String key) {
                return Optional.of(provider + "/" + key);
            }

            @Override
            public void put(String key, String value) {
                throw new UnsupportedOperationException("this shelf is read-only");
            }

            @Override
            public void remove(String key) {
                throw new UnsupportedOperationException("this shelf is read-only");
            }

            @Override
            public Map<String, String> all(String prefix) {
                return Map.of();
            }
        };
    }

    @Override
    public Path workspace(String provider) {
        return home.resolve(provider);
    }
}
