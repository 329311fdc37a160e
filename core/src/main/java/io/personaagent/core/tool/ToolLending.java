package io.personaagent.core.tool;

import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;

/** What one person's tools are lent. Safe for use by several threads. */
public interface ToolLending {

    UserId user();

    /** The time in the person's time zone. */
    Clock clock();

    /** What the person prefers now. */
    Preferences preferences();

    /** The person's memories; only handed to a tool that declared the permission. */
    MemoryReader memory();

    /** The entries of a provider for this person. */
    Shelf shelf(String provider);

    /** Where a provider's files for this person belong; the folder need not exist yet. */
    Path workspace(String provider);
}
