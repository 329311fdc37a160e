package io.personaagent.tools;

import java.nio.file.Path;
import java.time.Clock;

/** What a tool is lent for one call: for whom, how long, and with what. Not to be kept after the call returns. */
public interface ToolContext {

    /** The person whom the call is for; everything else here is theirs alone. */
    UserId user();

    /** The time, in the person's time zone. A tool never asks the system clock. */
    Clock clock();

    /** How long the call may still take. */
    Deadline deadline();

    /** What the person prefers. */
    Preferences preferences();

    /** The person's memories, for a tool that declared the permission. */
    MemoryReader memory();

    /** What the person would think of things, for a tool that declared the permission to read memory. */
    Likings likings();

    /** Durable entries of this provider for this person. */
    Shelf shelf();

    /** A folder of this provider for this person; made when it is asked for. */
    Path workspace();
}
