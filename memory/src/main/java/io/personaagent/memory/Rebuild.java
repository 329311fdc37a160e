package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Rebuilt.End;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.view.View;
import io.personaagent.memory.view.ViewState;
import io.personaagent.memory.view.ViewState.Claim;
import io.personaagent.memory.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds a backend's next view from the log, beside the one that serves, and then puts it in its place in one write. What is cut short goes
 * on from there the next time. One attempt each; {@link #stop} may be called from any thread.
 */
public final class Rebuild {

    /** A builder that has not been heard of for so long has died. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final ViewSource source;
    private final Views views;
    private final String token = UUID.randomUUID().toString();
    private volatile boolean stopped;

    /** What to do about a view that is being built already. */
    public enum Manner {
        /** Go on with it, in the place of whoever is at it. */
        GO_ON,
        /** Throw it away and begin anew. */
        AFRESH,
        /** Go on with it if nobody else is at it. */
        IF_IDLE
    }

    /** @param store the person's; it stays its owner's to close */
    public Rebuild(UserStore store, MemoryProvider provider, Lent lent) {
        this.source = ViewSource.building(store, provider, requireNonNull(lent, "lent"));
        this.views = source.views();
    }

    /** Ends it before the next part. */
    public void stop() {
        stopped = true;
    }

    /**
     * Builds until all of the log is absorbed, and swaps.
     *
     * @throws io.personaagent.memory.spi.MemoryException when the backend or its embedder fails; the next attempt goes on from there
     */
    public Rebuilt run(Manner manner, Progress progress) {
        View view = claim(manner);
        if (view.isNone()) {
            return new Rebuilt(End.BUSY, view, 0);
        }
        long from = views.records(view).cursor();
        try {
            build(view, progress);
            return new Rebuilt(swap(view), view, from);
        } finally {
            release();
        }
    }

    /**
     * Builds as {@link #run} does, and lets it be asked beside the one that serves. One that somebody had begun is finished and left for them.
     *
     * @return nothing when it was told to stop before the end
     * @throws io.personaagent.memory.spi.MemoryException when the backend or its embedder fails; the next attempt goes on from there
     */
    public Optional<Trial> trial(Progress progress) {
        boolean begun = !views.state().building().isNone();
        View view = claim(Manner.GO_ON);
        boolean done = false;
        try {
            build(view, progress);
            done = !stopped && views.state().isBuiltBy(token);
            return done
                    ? Optional.of(new Trial(this, source.open(new View(view.number(), "")), begun))
                    : Optional.empty();
        } finally {
            if (!done) {
                release();
            }
        }
    }

    /** Claims the view that is to be built; none when it is left to who is at it. */
    private View claim(Manner manner) {
        views.sweep();
        ViewState claimed = views.change(state -> claimed(state, manner));
        // What it replaces has become of no use.
        views.sweep();
        return claimed.isBuiltBy(token) ? claimed.building() : View.NONE;
    }

    private ViewState claimed(ViewState before, Manner manner) {
        Instant now = source.lent().clock().instant();
        Claim other = before.builder();
        boolean busy = !before.building().isNone()
                && !other.token().isEmpty()
                && other.seen().plus(SILENCE).isAfter(now);
        if (busy && manner == Manner.IF_IDLE) {
            return before;
        }
        boolean goOn = manner != Manner.AFRESH
                && !before.building().isNone()
                && source.lent().embedders().isWanted(before.building().embedder());
        View next = goOn
                ? before.building()
                : new View(before.last() + 1, source.lent().embedders().name());
        return before.building(next, new Claim(token, now));
    }

    private void build(View view, Progress progress) {
        // By its vectors, if it has any: the name that it was begun under may say less.
        OpenView building = source.open(new View(view.number(), ""));
        try {
            building.catchUp().all(progress, this::goesOn);
        } finally {
            building.retire();
        }
    }

    private boolean goesOn() {
        if (stopped || !views.state().isBuiltBy(token)) {
            return false;
        }
        Instant now = source.lent().clock().instant();
        views.change(state ->
                state.isBuiltBy(token) && state.builder().seen().plus(HEARTBEAT).isBefore(now)
                        ? state.building(state.building(), new Claim(token, now))
                        : state);
        return true;
    }

    /** Lets it serve. */
    End swap(View view) {
        if (stopped) {
            return End.STOPPED;
        }
        if (!views.state().isBuiltBy(token)) {
            return End.TAKEN_OVER;
        }
        String space = views.space(view);
        ViewState after = views.change(state -> state.isBuiltBy(token) ? state.swapped(space) : state);
        if (after.active().number() != view.number()) {
            return End.TAKEN_OVER;
        }
        views.sweep();
        return End.SERVES;
    }

    /** Leaves it to whoever goes on with it. */
    void release() {
        views.change(state -> state.isBuiltBy(token) ? state.building(state.building(), Claim.NOBODY) : state);
    }

    /** Removes it. */
    void drop() {
        views.change(state -> state.isBuiltBy(token) ? state.abandoned() : state);
        views.sweep();
    }
}
