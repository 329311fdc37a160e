package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What came of a repair.
 *
 * @param episodes how many episodes are in the new store
 * @param lost how many entries of any sort could not be read; where a page of the file is gone, at least so many
 * @param damaged where the damaged store is kept; it still holds what it held
 */
public record Repaired(long episodes, long lost, Path damaged) {
    public Repaired {
        requireNonNull(damaged, "damaged");
    }
}
