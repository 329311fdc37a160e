package io.personaagent.core.journal;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.EpisodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What happened in a turn, in order.
 *
 * @param turn the episode that it was logged as
 * @param at when it was recorded
 * @param basis what it began with
 * @param entries its steps
 * @param undecided what a model said in a step that came to nothing; empty where the last step was decided
 */
public record TurnJournal(EpisodeId turn, Instant at, Basis basis, List<Entry> entries, List<Asking> undecided) {

    public TurnJournal {
        requireNonNull(turn, "turn");
        requireNonNull(at, "at");
        requireNonNull(basis, "basis");
        entries = List.copyOf(entries);
        undecided = List.copyOf(undecided);
    }

    /** Each time that a model was asked, in order. */
    public List<Asking> asked() {
        return Stream.concat(entries.stream().map(Entry::asked).flatMap(Collection::stream), undecided.stream())
                .toList();
    }

    public long tokens() {
        return asked().stream()
                .mapToLong(asking -> asking.input() + asking.output())
                .sum();
    }

    public Duration took() {
        return entries.stream().map(Entry::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** What came of the calls of the first steps, one list for each step. */
    public List<List<Observation>> rounds(int steps) {
        return entries.stream().limit(steps).map(Entry::observed).toList();
    }

    /** What came of a call of this tool with these arguments; empty where none was made. */
    public Optional<Observation> result(ToolCall call) {
        String arguments = JournalJson.of(call).path("arguments").toString();
        return entries.stream()
                .flatMap(entry -> entry.observed().stream())
                .filter(then -> then.call().tool().equals(call.tool()))
                .filter(then ->
                        JournalJson.of(then.call()).path("arguments").toString().equals(arguments))
                .findFirst();
    }

    /** The episodes whose words may stand in it. */
    public Set<EpisodeId> evidence() {
        Set<EpisodeId> evidence = new TreeSet<>(basis.conversation());
        evidence.add(turn);
        basis.recalled().forEach(memory -> evidence.addAll(memory.source().evidence()));
        return evidence;
    }
}
