package io.personaagent.core.journal;

import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.EpisodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes down what happens in a turn. For one turn and its thread. */
public final class Recorder implements TurnListener {

    private final Supplier<Duration> spent;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Asking> asked = new ArrayList<>();
    private final List<Observation> observed = new ArrayList<>();
    private final List<Step> decided = new ArrayList<>();
    private Duration began = Duration.ZERO;

    /** @param spent how long the turn has taken so far */
    public Recorder(Supplier<Duration> spent) {
        this.spent = spent;
    }

    @Override
    public void asked(Asking asking) {
        endStep();
        asked.add(asking);
    }

    @Override
    public void decided(Step step) {
        endStep();
        decided.add(step);
    }

    @Override
    public void observed(Observation observation) {
        observed.add(observation);
    }

    /** What was taken down. */
    public TurnJournal journal(EpisodeId turn, Instant at, Basis basis) {
        endStep();
        return new TurnJournal(turn, at, basis, entries, asked);
    }

    /** A step ends when the next one begins. */
    private void endStep() {
        if (decided.isEmpty()) {
            return;
        }
        Duration now = spent.get();
        entries.add(new Entry(asked, decided.get(0), observed, now.minus(began)));
        began = now;
        asked.clear();
        decided.clear();
        observed.clear();
    }
}
