package io.personaagent.core;

import io.personaagent.core.journal.Basis;
import io.personaagent.core.journal.OpenTurn;
import io.personaagent.core.journal.Recorder;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.model.Usage;
import io.personaagent.core.tool.Errand;
import io.personaagent.core.tool.Pause;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What one turn has spent and lent so far; passes on to the listener what it hears. Used by the turn's thread alone, but for what tools are lent. */
final class Turn implements TurnListener {

    private final TurnListener listener;
    private final TurnDeadline deadline;
    private final Budget budget;
    private final Recorder recorder;
    private final Queue<Exposure.Shown> lent = new ConcurrentLinkedQueue<>();
    private final Queue<Withheld> withheld = new ConcurrentLinkedQueue<>();
    private final Keeper keeper;
    private boolean kept;

    /** Keeps what has come of a turn so far, where it must not be lost. */
    @FunctionalInterface
    interface Keeper {

        /** When this returns, it is on the disk. */
        void keep(Situation situation, Step.UseTools step, OpenTurn.State state);
    }

    /** One that is not kept before its end. */
    Turn(Pace pace, TurnListener listener) {
        this(pace, listener, (situation, step, state) -> {});
    }

    Turn(Pace pace, TurnListener listener, Keeper keeper) {
        this.keeper = keeper;
        this.listener = listener;
        this.deadline = TurnDeadline.in(pace.limits().time());
        this.budget = new Budget(pace.limits(), deadline);
        this.recorder = new Recorder(deadline::spent);
    }

    /** On whose behalf the calls of a step are made. */
    Errand errand(Use use, Situation situation, Step.UseTools step) {
        return new Errand(deadline, use, this::lent, new Pause() {
            @Override
            public void waiting() {
                kept = true;
                keeper.keep(situation, step, OpenTurn.State.WAITING);
                listener.waiting(step);
            }

            @Override
            public void going() {
                keepOn(situation, step, OpenTurn.State.RUNNING);
            }
        });
    }

    /** What came of a step is known. */
    void observed(Situation situation, Step.UseTools step) {
        keepOn(situation, step, OpenTurn.State.OBSERVED);
    }

    /** It was kept by somebody else before, and goes on. */
    Turn resumed() {
        kept = true;
        return this;
    }

    /** Whether something is kept of it that must go when it is logged. */
    boolean wasKept() {
        return kept;
    }

    /** A turn that was kept once is kept at each step: it could do again what it has done since. */
    private void keepOn(Situation situation, Step.UseTools step, OpenTurn.State state) {
        if (kept) {
            keeper.keep(situation, step, state);
        }
    }

    private void lent(String tool, Sifted memories) {
        memories.shown().stream()
                .flatMap(memory -> memory.source().evidence().stream())
                .forEach(each -> lent.add(new Exposure.Shown(each, Exposure.Used.UNKNOWN, "tool " + tool)));
        withheld.addAll(memories.withheld());
    }

    /** What tools were lent so far. */
    List<Exposure.Shown> lent() {
        return List.copyOf(lent);
    }

    /** What tools were not. */
    List<Withheld> withheld() {
        return List.copyOf(withheld);
    }

    /** What happened in it. */
    TurnJournal journal(EpisodeId turn, Outcome outcome, String planner, Instant at) {
        Background background = outcome.situation().background();
        return recorder.journal(
                turn,
                at,
                new Basis(
                        planner,
                        background.persona().version(),
                        background.recalled(),
                        background.conversation().stream().map(Episode::id).toList(),
                        background.questions()));
    }

    TurnDeadline deadline() {
        return deadline;
    }

    /** The same turn, one step further. */
    Turn stepped() {
        budget.step();
        return this;
    }

    /** Whether the person cancelled; takes the thread's interruption as such and clears it, so that the turn can still be logged. */
    boolean wasCancelled() {
        return Thread.interrupted() || deadline.cancelled();
    }

    /** Why no further step may be made; empty when one may. */
    Optional<String> spent() {
        return budget.used();
    }

    /** The planner begins with the next step. */
    void thinking() {
        listener.thinking(budget.steps() + 1);
    }

    @Override
    public void ended(Reply reply) {
        listener.ended(reply);
    }

    @Override
    public void shortened(Shortening shortening) {
        listener.shortened(shortening);
    }

    @Override
    public void text(String piece) {
        listener.text(piece);
    }

    @Override
    public void asked(Asking asking) {
        recorder.asked(asking);
        listener.asked(asking);
    }

    @Override
    public void decided(Step step) {
        recorder.decided(step);
        listener.decided(step);
    }

    @Override
    public void using(Step.UseTools step) {
        listener.using(step);
    }

    @Override
    public void observed(Observation observation) {
        recorder.observed(observation);
        listener.observed(observation);
    }

    @Override
    public void spent(Usage usage) {
        budget.spent(usage);
        listener.spent(usage);
    }

    @Override
    public void detour(String why) {
        listener.detour(why);
    }

    @Override
    public Duration left() {
        return deadline.left();
    }
}
