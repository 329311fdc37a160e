package io.personaagent.core.tool;

import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.Liking;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.NotPermittedException;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.Score;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a call may know of the person: their memories, and what they would think of things. */
record Insight(MemoryReader memory, Likings likings) {

    /** @param witness hears which memories were lent */
    static Insight of(ToolLending lending, Use use, Consumer<Sifted> witness) {
        return new Insight(lending.memory(use, witness), lending.likings(use, witness));
    }

    /** For who did not declare that they read memory. */
    static Insight refused(String provider) {
        Refusing refusing = new Refusing(provider);
        return new Insight(refusing, refusing);
    }

    private record Refusing(String provider) implements MemoryReader, Likings {

        @Override
        public List<Remembered> recall(String about, int limit) {
            throw undeclared();
        }

        @Override
        public List<Liking> weigh(List<String> things, String purpose) {
            throw undeclared();
        }

        @Override
        public Optional<Score> rate(String thing) {
            throw undeclared();
        }

        private NotPermittedException undeclared() {
            return new NotPermittedException(
                    "reading memory was not declared; add the permission 'memory' to the tool of provider '%s'"
                            .formatted(provider));
        }
    }
}
