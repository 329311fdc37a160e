package io.personaagent.core.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.align.Course;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.process.SoleAlignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one person's persona aligned while a front door serves them: in one thread of its own, between their turns, when enough labels
 * have come or when they ask for it. Nothing is begun before the first turn. Thread-safe.
 */
public final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** Enough to let go of the claim; it is not waited for a model. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Supplier<SoleAlignment> alignment;
    private final Rhythm rhythm;
    private final Quiet quiet;
    private final BlockingQueue<Wish> looks = new ArrayBlockingQueue<>(2);
    private final Queue<News> news = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::work, "alignment");
    private boolean closed;
    private boolean going;
    private boolean unwanted;

    private enum Wish {
        LOOK,
        ALIGN
    }

    /**
     * @param alignment is asked for when there is work, in the background
     * @param quiet what the alignment's simulator and aligner wait for
     */
    public Keeper(Supplier<SoleAlignment> alignment, Rhythm rhythm, Quiet quiet) {
        this.alignment = requireNonNull(alignment, "alignment");
        this.rhythm = requireNonNull(rhythm, "rhythm");
        this.quiet = requireNonNull(quiet, "quiet");
        thread.setDaemon(true);
    }

    /** Serves a turn, during which an alignment does not go on. Then looks in the background whether one is due. */
    public <T> T during(Supplier<T> turn) {
        quiet.begin();
        try {
            return turn.get();
        } finally {
            quiet.end();
            look();
        }
    }

    /** There may be a new label. */
    public synchronized void look() {
        if (rhythm.every() > 0 && !unwanted) {
            wish(Wish.LOOK);
        }
    }

    /** Aligns as soon as it can; what comes of it is among the news. */
    public synchronized void align() {
        unwanted = false;
        wish(Wish.ALIGN);
    }

    /** Cancels what is going on, and begins nothing more that is not asked for. Returns false when nothing was. */
    public synchronized boolean stop() {
        unwanted = true;
        looks.clear();
        if (going) {
            thread.interrupt();
        }
        return going;
    }

    /** What there is to tell since this was asked last. */
    public List<News> news() {
        List<News> all = new ArrayList<>();
        for (News next = news.poll(); next != null; next = news.poll()) {
            all.add(next);
        }
        return all;
    }

    /** Cancels what is going on; the next front door, or the next {@code align}, goes on with it. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void wish(Wish wish) {
        if (closed || looks.contains(wish)) {
            return;
        }
        looks.add(wish);
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private void work() {
        try {
            // A cancelled simulation may have used the interruption up.
            while (isOpen()) {
                Wish wish = looks.take();
                quiet.await();
                carryOut(wish);
            }
        } catch (InterruptedException | CancellationException closing) {
            LOG.debug("no alignment in the background any more");
        }
    }

    /** Whether its thread has begun and not ended. */
    boolean isAtWork() {
        return thread.isAlive();
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    /** What goes wrong in the background goes wrong again for who asks, and is told then. */
    private void carryOut(Wish wish) {
        try {
            if (wish == Wish.ALIGN || rhythm.isDue(alignment.get().fresh())) {
                align(wish);
            }
        } catch (RuntimeException failed) {
            LOG.debug("could not be aligned in the background", failed);
            tell(wish, "Your persona could not be aligned: " + failed.getMessage());
        }
    }

    private void align(Wish wish) {
        SoleAlignment sole = alignment.get();
        Course course = sole.course(rhythm.scale());
        if (rhythm.asksModel() && course.problem().isEmpty()) {
            news.add(new News(
                    0,
                    "Your persona is being aligned in the background: %s."
                            .formatted(course.cost().words())));
        }
        Decision decision = decided(sole, course);
        if (decision.verdict() == Verdict.ACCEPTED) {
            int version = decision.persona() + 1;
            news.add(new News(
                    version,
                    "Version %d of your persona is in force: %s (/why %d)"
                            .formatted(version, decision.reason(), version)));
        } else {
            tell(wish, "Version %d of your persona stays: %s".formatted(decision.persona(), decision.reason()));
        }
    }

    private Decision decided(SoleAlignment sole, Course course) {
        going(true);
        try {
            return sole.run(course, rhythm.budget(), line -> {});
        } finally {
            going(false);
        }
    }

    /** An interruption that was for what is over is not for what comes next. */
    private synchronized void going(boolean now) {
        going = now;
        if (!now && !closed && Thread.interrupted()) {
            LOG.debug("an alignment was cancelled");
        }
    }

    /** Nobody is told of what they did not ask for; the history has it. */
    private void tell(Wish wish, String line) {
        if (wish == Wish.ALIGN) {
            news.add(new News(0, line));
        }
    }
}
