package io.personaagent.core.turn;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Recollection;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a planner sees.
 *
 * @param tools what may be used, in a fixed order
 * @param rounds what came of the calls so far: one list for each step that used tools, in order
 */
public record Situation(Message message, Background background, List<ToolSpec> tools, List<List<Observation>> rounds) {

    public Situation {
        requireNonNull(message, "message");
        requireNonNull(background, "background");
        tools = List.copyOf(tools);
        rounds = rounds.stream().map(List::copyOf).toList();
    }

    /** The beginning of a turn. */
    public static Situation of(Message message, Background background, List<ToolSpec> tools) {
        return new Situation(message, background, tools, List.of());
    }

    /** The same turn after one more step. */
    public Situation observing(List<Observation> round) {
        List<List<Observation>> more = new ArrayList<>(rounds);
        more.add(round);
        return new Situation(message, background, tools, more);
    }

    /** The same with only some of what was recalled. */
    public Situation recalling(Predicate<Recollection> wanted) {
        return new Situation(message, background.recalling(wanted), tools, rounds);
    }

    /** All observations so far, in order. */
    public List<Observation> observations() {
        return rounds.stream().flatMap(List::stream).toList();
    }
}
