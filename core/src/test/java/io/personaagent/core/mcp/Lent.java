package io.personaagent.core.mcp;

import io.personaagent.tools.Deadline;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;

/** A context with nothing in it but the time. */
record Lent(Deadline deadline) implements ToolContext {

    static Lent until(Deadline deadline) {
        return new Lent(deadline);
    }

    @Override
    public UserId user() {
        throw new AssertionError("a server is not told who asks");
    }

    @Override
    public Clock clock() {
        throw new AssertionError("not asked for");
    }

    @Override
    public Preferences preferences() {
        throw new AssertionError("a server is not told preferences");
    }

    @Override
    public MemoryReader memory() {
        throw new AssertionError("a server is not lent memory");
    }

    @Override
    public Likings likings() {
        throw new AssertionError("a server is not told what the person likes");
    }

    @Override
    public Shelf shelf() {
        throw new AssertionError("not asked for");
    }

    @Override
    public Path workspace() {
        throw new AssertionError("not asked for");
    }
}
