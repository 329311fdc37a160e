package io.personaagent.core.mcp;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Effect;
import java.util.Set;

/**
 * A server as the person configured it.
 *
 * @param name what its tools' names begin with
 */
record ServerConfig(String name, Reach reach, Choice choice) {

    /**
     * What the person says of its tools; what the server says of them counts for nothing.
     *
     * @param effect what they may change
     * @param reading names of those that only read
     * @param only names of those that are wanted; empty for all
     */
    record Choice(Effect effect, Set<String> reading, Set<String> only) {
        Choice {
            requireNonNull(effect, "effect");
            reading = Set.copyOf(reading);
            only = Set.copyOf(only);
        }

        Effect effectOf(String tool) {
            return reading.contains(tool) ? Effect.READ : effect;
        }

        boolean wants(String tool) {
            return only.isEmpty() || only.contains(tool);
        }
    }

    ServerConfig {
        requireNonNull(name, "name");
        requireNonNull(reach, "reach");
        requireNonNull(choice, "choice");
    }
}
