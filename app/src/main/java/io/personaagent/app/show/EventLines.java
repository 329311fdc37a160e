package io.personaagent.app.show;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.model.Usage;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import java.util.function.Consumer;

/** What happens in a turn, each event as one line of JSON while it happens; the last one holds the whole reply. */
public final class EventLines implements TurnListener {

    private final Consumer<String> lines;

    public EventLines(Consumer<String> lines) {
        this.lines = requireNonNull(lines, "lines");
    }

    @Override
    public void thinking(int step) {
        tell(event("thinking").put("step", step));
    }

    @Override
    public void text(String piece) {
        tell(event("text").put("piece", piece));
    }

    @Override
    public void shortened(Shortening shortening) {
        tell(event("shortened")
                .put("outputs", shortening.outputs())
                .put("memories", shortening.memories())
                .put("steps", shortening.steps())
                .put("exchanges", shortening.exchanges()));
    }

    @Override
    public void spent(Usage usage) {
        tell(event("spent")
                .put("model", usage.model())
                .put("input", usage.input())
                .put("output", usage.output())
                .put("cost", usage.cost()));
    }

    @Override
    public void detour(String why) {
        tell(event("detour").put("why", why));
    }

    @Override
    public void using(Step.UseTools step) {
        tell(calls("using", step));
    }

    @Override
    public void waiting(Step.UseTools step) {
        tell(calls("waiting", step));
    }

    @Override
    public void observed(Observation observation) {
        tell(event("observed").setAll(Json.of(observation)));
    }

    @Override
    public void ended(Reply reply) {
        tell(event("ended").setAll(Json.of(reply)));
    }

    private static ObjectNode calls(String name, Step.UseTools step) {
        ObjectNode node = event(name).put("influence", Json.word(step.influence()));
        node.set("calls", Json.list(step.calls(), Json::of));
        return node;
    }

    private static ObjectNode event(String name) {
        return Json.object().put("event", name);
    }

    private void tell(JsonNode event) {
        lines.accept(event.toString());
    }
}
