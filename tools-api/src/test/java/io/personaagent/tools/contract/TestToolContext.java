package io.personaagent.tools.contract;

import static java.util.Objects.requireNonNull;

import io.personaagent.tools.Deadline;
import io.personaagent.tools.Liking;
import io.personaagent.tools.Likings;
import io.personaagent.tools.MemoryReader;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.Score;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool is lent, for tests of a plugin.
 *
 * <p>Each method that changes something gives a new context and leaves the old one as it was; both share the shelf and the workspace,
 * so that {@code context.at(tomorrow)} is the same person a day later.
 *
 * <pre>{@code
 * TestToolContext today = TestToolContext.of("ada").at(ZonedDateTime.parse("2026-11-21T09:00:00+01:00[Europe/Berlin]"));
 * tool.call(Arguments.of(Map.of("text", "call mum", "when", "tomorrow at 9")), today);
 * assertThat(provider.notices(today.at(today.now().plusDays(1)))).containsExactly(...);
 * }</pre>
 */
public final class TestToolContext implements ToolContext {

    /** The time of a context that was not told another: a Saturday morning. */
    public static final ZonedDateTime SATURDAY_MORNING = ZonedDateTime.parse("2026-11-21T09:30:00Z[UTC]");

    private final UserId user;
    private final Clock clock;
    private final Deadline deadline;
    private final Belongings belongings;

    private TestToolContext(UserId user, Clock clock, Deadline deadline, Belongings belongings) {
        this.user = user;
        this.clock = clock;
        this.deadline = deadline;
        this.belongings = belongings;
    }

    /** A person with an empty shelf, nothing remembered, no preferences, and a minute for each call. */
    public static TestToolContext of(String user) {
        return new TestToolContext(
                new UserId(user),
                fixed(SATURDAY_MORNING),
                () -> Duration.ofMinutes(1),
                new Belongings(
                        new Mind(Preferences.NONE, new RememberedList(List.of()), new Unknown()),
                        new InMemoryShelf(),
                        new Workspace()));
    }

    /** The same person at this time, in its time zone; the time stands still. */
    public TestToolContext at(ZonedDateTime time) {
        return clock(fixed(time));
    }

    /** The same person with this clock. */
    public TestToolContext clock(Clock other) {
        return new TestToolContext(user, requireNonNull(other, "other"), deadline, belongings);
    }

    /** The same person with this long for the call; {@link Duration#ZERO} is a call that was cancelled. */
    public TestToolContext within(Duration left) {
        return new TestToolContext(user, clock, () -> left, belongings);
    }

    /** The same person with these preferences. */
    public TestToolContext preferring(Preferences preferences) {
        return with(new Mind(preferences, memory(), likings()));
    }

    /** The same person, who remembers this and nothing else; found by shared words. */
    public TestToolContext remembering(Remembered... memories) {
        return with(new Mind(preferences(), new RememberedList(List.of(memories)), likings()));
    }

    /** The same person, who thinks so of things. */
    public TestToolContext liking(Likings likings) {
        return with(new Mind(preferences(), memory(), likings));
    }

    /** The time that the clock shows, in the person's time zone. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public Preferences preferences() {
        return belongings.mind().preferences();
    }

    @Override
    public MemoryReader memory() {
        return belongings.mind().memory();
    }

    /** Of somebody of whom nothing is known, if it was not told otherwise. */
    @Override
    public Likings likings() {
        return belongings.mind().likings();
    }

    @Override
    public Shelf shelf() {
        return belongings.shelf();
    }

    /** A folder under the system's folder for temporary files. */
    @Override
    public Path workspace() {
        return belongings.workspace().folder();
    }

    private TestToolContext with(Mind other) {
        return new TestToolContext(
                user, clock, deadline, new Belongings(other, belongings.shelf(), belongings.workspace()));
    }

    private static Clock fixed(ZonedDateTime time) {
        return Clock.fixed(time.toInstant(), time.getZone());
    }

    private record Belongings(Mind mind, Shelf shelf, Workspace workspace) {}

    private record Mind(Preferences preferences, MemoryReader memory, Likings likings) {}

    private record Unknown() implements Likings {

        @Override
        public List<Liking> weigh(List<String> things, String purpose) {
            return things.stream().map(thing -> new Liking(thing, List.of())).toList();
        }

        @Override
        public Optional<Score> rate(String thing) {
            return Optional.empty();
        }
    }

    /** Made when it is first asked for, once for all contexts that share it. */
    private static final class Workspace {

        private @Nullable Path made;

        synchronized Path folder() {
            if (made == null) {
                made = temporaryFolder();
            }
            return made;
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("tool-workspace");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
