package io.personaagent.core.tool;

import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/** What one person's tools are lent. Safe for use by several threads. */
public interface ToolLending {

    UserId user();

    /** The time in the person's time zone. */
    Clock clock();

    /** What the person prefers now. */
    Preferences preferences();

    /**
     * The person's memories; only handed to a tool that declared the permission.
     *
     * @param use what they are lent for
     * @param witness hears what was lent
     */
    MemoryReader memory(Use use, Consumer<Sifted> witness);

    /** The entries of a provider for this person. */
    Shelf shelf(String provider);

    /** Where a provider's files for this person belong; the folder need not exist yet. */
    Path workspace(String provider);
}
