package io.personaagent.memory.spi;

import io.personaagent.tools.UserId;
import java.util.List;

/** Where people's stores are kept. */
public interface Stores {

    /**
     * Opens one person's store, making it when they are new.
     *
     * @throws MemoryException when it cannot be opened; nothing is lost or replaced then
     */
    UserStore open(UserId user);

    /** Everybody who has a store, ordered. */
    List<UserId> users();
}
