package io.personaagent.memory.spi;

import org.pf4j.ExtensionPoint;

/**
 * A memory backend's door: a name, and a backend for each person.
 *
 * <p>Annotate the implementation with PF4J's {@code @Extension} and give it a public constructor without parameters.
 */
public interface MemoryProvider extends ExtensionPoint {

    /** What the configuration calls it; lower-case and stable. */
    String name();

    /** Opens it for one person. Does not read the log yet: the host replays to it what it has not absorbed. */
    MemoryBackend open(MemoryContext context);
}
