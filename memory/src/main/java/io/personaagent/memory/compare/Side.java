package io.personaagent.memory.compare;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.List;
import java.util.function.Function;

/**
 * One of the backends that are compared.
 *
 * @param name what the configuration calls it
 * @param recall how it is asked
 */
public record Side(String name, Function<RecallQuery, List<Recollection>> recall) {
    public Side {
        requireNonNull(name, "name");
        requireNonNull(recall, "recall");
    }
}
