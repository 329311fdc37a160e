package io.personaagent.tools;

import java.util.Map;
import java.util.Optional;

/**
 * A small durable store that belongs to one provider and one person.
 *
 * <p>What {@link #put} and {@link #remove} acknowledged survives a crash. It lives in the person's own file and leaves with it. Keys are
 * 1 to 200 characters, values up to 1 MiB. Safe for use by several threads.
 */
public interface Shelf {

    Optional<String> get(String key);

    /** Keeps the value under the key, replacing what was there. */
    void put(String key, String value);

    /** Removes the key; does nothing when it is not there. */
    void remove(String key);

    /** All entries whose key begins with the prefix, ordered by key. */
    Map<String, String> all(String prefix);
}
