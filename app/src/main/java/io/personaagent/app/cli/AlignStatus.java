package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.show.Words;
import io.personaagent.core.wiring.Household;
import io.personaagent.persona.align.process.AlignState;
import io.personaagent.persona.align.process.Claim;
import io.personaagent.persona.align.process.Unfinished;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an alignment stands, for a person to read.
 *
 * @param every after how many labels a chat aligns; 0 for never
 */
record AlignStatus(AlignState state, int every, Words words) {

    static AlignStatus of(Household household, AlignState state) {
        return new AlignStatus(
                state, household.alignsEvery(), new Words(household.clock().getZone()));
    }

    void print(Door door, Output output) {
        if (output.json()) {
            door.print(json().toPrettyString());
        } else {
            lines().forEach(door::print);
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Claim claim = state.claim();
        if (state.isGoingOn()) {
            lines.add("An alignment is going on: %s (process %d) began it %s.%s"
                    .formatted(claim.holder().door(), claim.holder().pid(), words.time(claim.since()), made()));
        } else if (state.isUnfinished()) {
            lines.add("An alignment was cut short %s; the next one goes on with it.%s"
                    .formatted(words.time(state.unfinished().noted()), made()));
        } else {
            lines.add("No alignment is going on.");
        }
        lines.add("%,d %s since the last one; %s"
                .formatted(
                        state.fresh(),
                        state.fresh() == 1 ? "answer was corrected" : "answers were corrected",
                        every == 0
                                ? "a chat does not align by itself (align.every)."
                                : "a chat aligns after %,d (align.every).".formatted(every)));
        return lines;
    }

    private String made() {
        Unfinished unfinished = state.unfinished();
        return unfinished.calls() == 0
                ? ""
                : " %,d calls and %,d tokens so far; at most %,d calls were planned."
                        .formatted(unfinished.calls(), unfinished.tokens(), unfinished.planned());
    }

    private ObjectNode json() {
        Unfinished unfinished = state.unfinished();
        return Json.object()
                .put("goingOn", state.isGoingOn())
                .put("by", state.claim().holder().door())
                .put("process", state.claim().holder().pid())
                .put("unfinished", state.isUnfinished())
                .put("calls", unfinished.calls())
                .put("tokens", unfinished.tokens())
                .put("planned", unfinished.planned())
                .put("fresh", state.fresh())
                .put("every", every);
    }
}
