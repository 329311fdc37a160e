package io.personaagent.persona.align.process;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.text.Sha256;
import io.personaagent.memory.view.SupersededException;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Course;
import io.personaagent.persona.align.Decision;
import io.personaagent.persona.align.Decision.Verdict;
import io.personaagent.persona.align.Scale;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Aligns one person as the only one who does: while it is going on, no other one begins, in this process or another. One that was killed
 * or cancelled is gone on with as long as persona, labels, scale and agent are the same. Thread-safe.
 */
public final class SoleAlignment {

    private final Alignment alignment;
    private final Claims claims;
    private final LabelWatch watch;
    private final Worker worker;

    public SoleAlignment(Alignment alignment, Claims claims, LabelWatch watch, Worker worker) {
        this.alignment = requireNonNull(alignment, "alignment");
        this.claims = requireNonNull(claims, "claims");
        this.watch = requireNonNull(watch, "watch");
        this.worker = requireNonNull(worker, "worker");
    }

    /** What could be learned now, and what that may cost; asks no model. */
    public Course course(Scale scale) {
        return alignment.course(scale);
    }

    /** Where it stands. */
    public AlignState state() {
        Unfinished unfinished = Checkpoint.find(claims.records())
                .map(Checkpoint::unfinished)
                .filter(found -> found.persona() == alignment.version())
                .orElse(Unfinished.NONE);
        return new AlignState(claims.standing(), unfinished, watch.fresh());
    }

    /** How many labels came since the last one was begun. */
    public long fresh() {
        return watch.fresh();
    }

    /** As {@link Alignment#rehearse}; hinders nobody. */
    public Decision rehearse(Course course, Budget budget, Consumer<String> told) {
        return alignment.rehearse(course, budget, told);
    }

    /**
     * As {@link Alignment#run}, if nobody else is at it.
     *
     * @param budget for all parts together of one that was cut short; where the budget ended it, for what is left
     */
    public Decision run(Course course, Budget budget, Consumer<String> told) {
        if (course.problem().isPresent()) {
            return alignment.run(course, budget, told);
        }
        String token = UUID.randomUUID().toString();
        Claim claim = claims.take(token, worker.holder());
        if (!claim.isOf(token)) {
            return alignment.busy(course, words(claim));
        }
        try (Heartbeat beating = new Heartbeat(claims, token)) {
            return decided(course, open(beating.token(), course, budget), told);
        } catch (SupersededException late) {
            return alignment.busy(course, String.valueOf(late.getMessage()));
        } finally {
            claims.release(token);
        }
    }

    private Notebook open(String token, Course course, Budget budget) {
        String fingerprint = Sha256.hex(worker.agent() + "\n" + alignment.fingerprint(course));
        Checkpoint.Title title = new Checkpoint.Title(
                fingerprint, alignment.version(), course.cost().calls());
        return Notebook.open(claims, token, title, budget)
                .keeping(worker.dear())
                .about(course);
    }

    private Decision decided(Course course, Notebook notebook, Consumer<String> told) {
        Decision decision = alignment.run(course, notebook.meter(), notebook, told);
        if (decision.verdict() == Verdict.CANCELLED) {
            return decision;
        }
        watch.begunAt(course.labels().position());
        if (decision.verdict() == Verdict.UNFINISHED) {
            notebook.settle();
        } else {
            notebook.clear();
        }
        return decision;
    }

    private String words(Claim claim) {
        return "another alignment is going on: %s (process %d) began it %s and was last heard of %s; wait for its end, or end it there"
                .formatted(
                        claim.holder().door(),
                        claim.holder().pid(),
                        ago(Duration.between(claim.since(), claims.clock().instant())),
                        ago(Duration.between(claim.mark().seen(), claims.clock().instant())));
    }

    private static String ago(Duration time) {
        return "%,d s ago".formatted(Math.max(0, time.toSeconds()));
    }
}
