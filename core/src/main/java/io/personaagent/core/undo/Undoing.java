package io.personaagent.core.undo;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.tool.TurnDeadline;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes back what tools did, where they said how: each deed once, by a call that is checked and approved like any other. */
public final class Undoing {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LATEST = 50;

    private final Deeds deeds;
    private final Toolbox toolbox;

    /** @param records where the person's deeds are kept */
    public Undoing(RecordStore records, Toolbox toolbox) {
        this.deeds = new Deeds(records);
        this.toolbox = requireNonNull(toolbox, "toolbox");
    }

    /** The latest turns in which something was changed, the latest first. */
    public List<TurnDeeds> latest() {
        return deeds.latest(LATEST);
    }

    /** The latest turn of which something can be taken back. */
    public Optional<TurnDeeds> latestOpen() {
        return latest().stream().filter(TurnDeeds::isOpen).findFirst();
    }

    public Optional<TurnDeeds> find(EpisodeId turn) {
        return deeds.find(turn);
    }

    /**
     * Takes back what can be taken back of a turn, the last deed first. A deed is taken in hand on the disk before its call is made: after
     * a kill in between nobody knows whether it was taken back, so it is not done again.
     *
     * @return all deeds of the turn as they are now
     */
    public List<Deed> undo(EpisodeId turn) {
        List<Deed> of = new ArrayList<>(deeds.find(turn).map(TurnDeeds::deeds).orElse(List.of()));
        of.sort(Comparator.comparingInt(Deed::number).reversed());
        of.forEach(deed -> deeds.take(turn, deed.number()).ifPresent(taken -> {
            Observation observed = made(taken);
            deeds.settle(turn, deed.number(), settled -> outcome(settled, observed));
        }));
        return deeds.find(turn).map(TurnDeeds::deeds).orElse(List.of());
    }

    private Observation made(Deed deed) {
        ToolCall call = new ToolCall(
                "undo-" + deed.number(), deed.undo().tool(), deed.undo().arguments());
        return toolbox.run(new Step.UseTools(List.of(call), Influence.PERSON), TurnDeadline.in(LIMIT))
                .get(0);
    }

    private static Deed outcome(Deed deed, Observation observed) {
        return observed.result()
                .fold(done -> deed.in(Deed.State.UNDONE, done.text()), failed -> failed(deed, observed, failed));
    }

    /** What was not begun can be tried again; what broke may be half done. */
    private static Deed failed(Deed deed, Observation observed, ToolResult.Failed failed) {
        boolean begun = !observed.approvedBy().equals("nobody") && failed.fault() == Fault.TOOL;
        return begun
                ? deed.in(Deed.State.FINAL, "it is not known whether it was taken back: " + failed.message())
                : deed.in(Deed.State.OPEN, "not taken back: " + failed.message());
    }
}
