package io.personaagent.core;

import io.personaagent.core.journal.OpenTurns;
import java.util.Set;

/**
 * A process of this name.
 *
 * @param alive the others that still run
 */
record FakeProcess(String name, Set<String> alive) implements OpenTurns.Holder {

    @Override
    public boolean isAlive(String other) {
        return other.equals(name) || alive.contains(other);
    }
}
