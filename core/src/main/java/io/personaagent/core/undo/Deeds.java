package io.personaagent.core.undo;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Observation;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.Undo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What tools changed in one person's latest turns: one record a turn, with the turn and every episode that it saw as evidence, so that it is
 * forgotten with them. Secrets are not in it; where one would be needed, the deed cannot be taken back. Thread-safe, as its records are.
 */
public final class Deeds {

    private static final String KIND = "deeds";
    private static final String AT = "at";
    private static final String LIST = "list";
    private static final int MOST = 500;
    private static final int SLACK = 50;
    private static final int LONGEST_TOLD = 300;
    private static final int ATTEMPTS = 10;

    private final RecordStore records;

    public Deeds(RecordStore records) {
        this.records = requireNonNull(records, "records");
    }

    /**
     * What the calls of a turn changed, as a record to be written with what else is kept of the turn; none where they changed nothing.
     *
     * @param specs the tools that there are
     * @param seen the episodes whose words may stand in it
     * @param said the turn with all that was said in it
     */
    public static List<DerivedRecord> record(
            List<Observation> observed, List<ToolSpec> specs, Set<EpisodeId> seen, Episode said) {
        List<Deed> deeds = new ArrayList<>();
        for (Observation each : observed) {
            if (changed(each, specs)) {
                deeds.add(deed(deeds.size() + 1, each, said));
            }
        }
        if (deeds.isEmpty()) {
            return List.of();
        }
        Set<EpisodeId> evidence = new TreeSet<>(seen);
        evidence.add(said.id());
        TurnDeeds turn = new TurnDeeds(said.id(), said.occasion().recorded(), deeds);
        String json = SafeEpisode.beside(said, DeedJson.of(turn.deeds()));
        return List.of(new DerivedRecord(
                key(turn.turn()), "", Map.of(AT, turn.at().toString(), LIST, json), evidence, Vector.NONE));
    }

    /** The latest turns in which something was changed, the latest first. */
    public List<TurnDeeds> latest(int limit) {
        return records.list(KIND, "", Integer.MAX_VALUE).stream()
                .map(Deeds::read)
                .sorted(Comparator.comparing(TurnDeeds::at)
                        .thenComparing(TurnDeeds::turn)
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** Empty where nothing was changed in the turn, or it was forgotten. */
    public Optional<TurnDeeds> find(EpisodeId turn) {
        return records.find(key(turn)).map(Deeds::read);
    }

    /** Lets go of the oldest, where there are many. */
    public void tidy() {
        if (records.count(KIND) > MOST + SLACK) {
            records.apply(Changes.remove(latest(Integer.MAX_VALUE).stream()
                    .skip(MOST)
                    .map(turn -> key(turn.turn()))
                    .toList()));
        }
    }

    /** Takes an open deed in hand; empty where it is not open any more, or somebody else was faster. */
    Optional<Deed> take(EpisodeId turn, int number) {
        return change(turn, number, Deed.State.OPEN, deed -> deed.in(Deed.State.UNDOING, ""));
    }

    /** What came of a deed that was in hand. */
    Optional<Deed> settle(EpisodeId turn, int number, UnaryOperator<Deed> outcome) {
        return change(turn, number, Deed.State.UNDOING, outcome);
    }

    private Optional<Deed> change(EpisodeId turn, int number, Deed.State from, UnaryOperator<Deed> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long cursor = records.cursor();
            Optional<DerivedRecord> record = records.find(key(turn));
            Optional<Deed> changed = record.map(Deeds::read).flatMap(known -> known.deeds().stream()
                    .filter(deed -> deed.number() == number && deed.state() == from)
                    .findFirst()
                    .map(change));
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            DerivedRecord next = record.get()
                    .with(
                            LIST,
                            DeedJson.of(read(record.get()).with(changed.get()).deeds()));
            if (records.applyIf(cursor, cursor + 1, Changes.put(next))) {
                return changed;
            }
        }
        return Optional.empty();
    }

    private static boolean changed(Observation observed, List<ToolSpec> specs) {
        boolean writes = specs.stream()
                .filter(spec -> spec.name().equals(observed.call().tool()))
                .anyMatch(spec -> spec.effect() != Effect.READ);
        boolean done = observed.result().fold(any -> true, failed -> isUnknown(failed.fault(), failed.message()));
        return writes && done && !observed.approvedBy().equals("nobody");
    }

    /** A call that was given up may have done what it should. */
    private static boolean isUnknown(Fault fault, String message) {
        return fault == Fault.TOOL && message.endsWith("abandoned");
    }

    private static Deed deed(int number, Observation observed, Episode said) {
        String tool = observed.call().tool();
        return observed.result()
                .fold(
                        done -> undoable(
                                new Deed(number, tool, cut(done.text()), done.undo(), Deed.State.OPEN, ""), said),
                        failed -> new Deed(
                                number,
                                tool,
                                cut(failed.message()),
                                Undo.NONE,
                                Deed.State.FINAL,
                                "it is not known whether it was done"));
    }

    private static Deed undoable(Deed deed, Episode said) {
        if (deed.undo().isNone()) {
            return deed.in(Deed.State.FINAL, "the tool does not say how");
        }
        String call = DeedJson.of(deed.undo()).toString();
        return SafeEpisode.beside(said, call).equals(call)
                ? deed
                : new Deed(
                        deed.number(),
                        deed.tool(),
                        deed.told(),
                        Undo.NONE,
                        Deed.State.FINAL,
                        "it would need a secret, which is not kept");
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_TOLD ? line : line.substring(0, LONGEST_TOLD) + "...";
    }

    private static TurnDeeds read(DerivedRecord record) {
        return new TurnDeeds(
                new EpisodeId(record.key().id()),
                Instant.parse(record.attribute(AT)),
                DeedJson.deeds(record.attribute(LIST)));
    }

    private static RecordKey key(EpisodeId turn) {
        return new RecordKey(KIND, turn.value());
    }
}
