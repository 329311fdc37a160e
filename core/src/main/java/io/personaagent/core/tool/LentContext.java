package io.personaagent.core.tool;

import io.personaagent.tools.Deadline;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Permission;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What one call is lent.
 *
 * @param provider whose shelf and workspace
 * @param insight what is known of the person, or a refusal where the permission was not declared
 * @param trail where words of others come in and go
 */
record LentContext(ToolLending lending, String provider, Insight insight, Deadline deadline, Trail trail)
        implements ToolContext {

    static boolean readsMemory(ToolSpec spec) {
        return spec.needs(Permission.Kind.MEMORY);
    }

    @Override
    public UserId user() {
        return lending.user();
    }

    @Override
    public Clock clock() {
        return lending.clock();
    }

    @Override
    public Preferences preferences() {
        return lending.preferences();
    }

    @Override
    public MemoryReader memory() {
        return insight.memory();
    }

    @Override
    public Likings likings() {
        return insight.likings();
    }

    @Override
    public Shelf shelf() {
        return trail.over(lending.shelf(provider));
    }

    @Override
    public Path workspace() {
        try {
            return trail.into(Files.createDirectories(lending.workspace(provider)));
        } catch (IOException failed) {
            throw new UncheckedIOException("the workspace cannot be made: " + failed.getMessage(), failed);
        }
    }
}
