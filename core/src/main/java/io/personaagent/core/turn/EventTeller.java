package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.model.Usage;
import java.util.function.Consumer;

/** Makes events of what a listener hears. */
final class EventTeller implements TurnListener {

    private final Consumer<TurnEvent> events;

    EventTeller(Consumer<TurnEvent> events) {
        this.events = requireNonNull(events, "events");
    }

    @Override
    public void thinking(int step) {
        events.accept(new TurnEvent.Thinking(step));
    }

    @Override
    public void text(String piece) {
        events.accept(new TurnEvent.Said(piece));
    }

    @Override
    public void shortened(Shortening shortening) {
        events.accept(new TurnEvent.Shortened(shortening));
    }

    @Override
    public void spent(Usage usage) {
        events.accept(new TurnEvent.Spent(usage));
    }

    @Override
    public void detour(String why) {
        events.accept(new TurnEvent.Detour(why));
    }

    @Override
    public void using(Step.UseTools step) {
        events.accept(new TurnEvent.Using(step));
    }

    @Override
    public void waiting(Step.UseTools step) {
        events.accept(new TurnEvent.Waiting(step));
    }

    @Override
    public void observed(Observation observation) {
        events.accept(new TurnEvent.Observed(observation));
    }

    @Override
    public void ended(Reply reply) {
        events.accept(new TurnEvent.Ended(reply));
    }
}
