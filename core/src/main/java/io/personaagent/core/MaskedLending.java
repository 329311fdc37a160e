package io.personaagent.core;

import io.personaagent.core.plan.reflex.Predictions;
import io.personaagent.core.tool.Outputs;
import io.personaagent.core.tool.ToolLending;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.Text;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What tools are lent while a past turn is gone through again: masked memory, the persona that is tried, an empty shelf, and no files.
 *
 * @param clock stands at the time of the turn
 */
record MaskedLending(UserId user, Clock clock, Persona persona, MaskedMemory memory, Outputs outputs)
        implements ToolLending {

    /** What is read on in is kept for this turn alone. */
    MaskedLending(UserId user, Clock clock, Persona persona, MaskedMemory memory) {
        this(user, clock, persona, memory, Outputs.unkept());
    }

    @Override
    public Preferences preferences() {
        return new Preferences(
                Map.of(), persona.statements().stream().map(Statement::text).toList());
    }

    @Override
    public MemoryReader memory(Use use, Consumer<Sifted> witness) {
        return (about, limit) -> ToolLending.remembered(sifted(about, limit, use));
    }

    @Override
    public Likings likings(Use use, Consumer<Sifted> witness) {
        return new Predictions(
                () -> persona, about -> sifted(about, ToolLending.RECALLED, use).shown());
    }

    private Sifted sifted(String about, int limit, Use use) {
        return memory.sift(RecallQuery.about(Text.clean(about), clock.instant())
                .limit(limit)
                .usedFor(use));
    }

    /** What stands there now was not there then. */
    @Override
    public Shelf shelf(String provider) {
        return EmptyShelf.INSTANCE;
    }

    @Override
    public Path workspace(String provider) {
        throw new UnsupportedOperationException("there are no files while a past turn is gone through again");
    }

    private enum EmptyShelf implements Shelf {
        INSTANCE;

        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String value) {
            throw new UnsupportedOperationException("nothing is kept while a past turn is gone through again");
        }

        @Override
        public void remove(String key) {
            throw new UnsupportedOperationException("nothing is kept while a past turn is gone through again");
        }

        @Override
        public Map<String, String> all(String prefix) {
            return Map.of();
        }
    }
}
