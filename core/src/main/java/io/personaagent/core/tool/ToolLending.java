package io.personaagent.core.tool;

import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.spi.Use;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** What one person's tools are lent. Safe for use by several threads. */
public interface ToolLending {

    /** How much is looked up of each thing that a tool asks the person's likings for. */
    int RECALLED = 10;

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

    /**
     * What the person would think of things; only handed to a tool that declared that it reads memory.
     *
     * @param use what that is asked for
     * @param witness hears which memories it rests on
     */
    Likings likings(Use use, Consumer<Sifted> witness);

    /** The entries of a provider for this person. */
    Shelf shelf(String provider);

    /** Where a provider's files for this person belong; the folder need not exist yet. */
    Path workspace(String provider);

    /** Where the person's long outputs are kept. */
    Outputs outputs();

    /** What came out of memory, as a tool sees it. */
    static List<Remembered> remembered(Sifted found) {
        return found.shown().stream()
                .map(each -> new Remembered(
                        each.text(),
                        each.source().when(),
                        each.source().evidence().get(0).value()))
                .toList();
    }
}
