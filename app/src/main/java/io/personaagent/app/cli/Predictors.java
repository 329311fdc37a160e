package io.personaagent.app.cli;

import io.personaagent.app.eval.TemporaryStores;
import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.app.eval.subject.Agents;
import io.personaagent.app.eval.subject.Regimen;
import io.personaagent.app.eval.subject.Subjects;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Who can be measured in a home. */
record Predictors(Household household, Regimen regimen, Optional<Path> vectors) {

    /** The agent itself, living by a regimen. */
    Subjects agents(TemporaryStores stores, PassageCache passages, Regimen chosen) {
        return new Agents(household, room(stores), passages, chosen);
    }

    PassageCache passages() {
        String embedder = household
                .lentTo(household.settings().text("memory.backend"))
                .embedders()
                .name();
        return vectors.map(folder -> PassageCache.keptIn(folder, embedder)).orElseGet(PassageCache::new);
    }

    private static Agents.Room room(TemporaryStores stores) {
        return new Agents.Room() {
            @Override
            public UserStore open(UserId user) {
                return stores.open(user);
            }

            @Override
            public void remove(UserId user) {
                try {
                    stores.remove(user);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        };
    }
}
