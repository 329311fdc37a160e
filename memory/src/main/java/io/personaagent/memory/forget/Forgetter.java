package io.personaagent.memory.forget;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.forget.ForgetReceipt.Scan;
import io.personaagent.memory.forget.ForgetWatch.Step;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Removed;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Makes one person's store forget: shows first what would go, then removes it with all that rests on it, lets the backend derive again
 * what still rests on something, wipes the disk, and looks whether anything is left. Thread-safe if the store is.
 */
public final class Forgetter {

    /** From this many episodes on all that stays is written anew at once. */
    private static final int MANY = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final UserStore store;
    private final LongSupplier absorbAgain;
    private final List<Path> places;
    private final Duration patience;

    /**
     * Forgets in a store.
     *
     * @param absorbAgain lets the backend absorb what it is to absorb again; how many episodes
     * @param places folders beside the store in which a trace could stand
     */
    public Forgetter(UserStore store, LongSupplier absorbAgain, List<Path> places) {
        this(store, absorbAgain, places, PATIENCE);
    }

    private Forgetter(UserStore store, LongSupplier absorbAgain, List<Path> places, Duration patience) {
        this.store = requireNonNull(store, "store");
        this.absorbAgain = requireNonNull(absorbAgain, "absorbAgain");
        this.places = List.copyOf(places);
        this.patience = requireNonNull(patience, "patience");
    }

    /** The same that waits for that long for other processes that read an older state. */
    public Forgetter waiting(Duration most) {
        return new Forgetter(store, absorbAgain, places, most);
    }

    /**
     * What would go; changes nothing.
     *
     * @throws io.personaagent.memory.spi.UnknownEpisodeException when an episode is named that there is not
     */
    public Preview preview(Selection selection) {
        return preview(Preview.Scope.EPISODES, selection.in(store.episodes()));
    }

    /** What would go if all did; changes nothing. */
    public Preview previewAll() {
        return preview(Preview.Scope.EVERYTHING, Selection.all().in(store.episodes()));
    }

    private Preview preview(Preview.Scope scope, List<Episode> episodes) {
        boolean all = scope == Preview.Scope.EVERYTHING;
        Map<String, Map<String, Long>> records = new TreeMap<>();
        for (String owner : store.inventory().owners()) {
            Map<String, Long> kinds = all ? counts(owner) : counts(owner, ids(episodes));
            if (!kinds.isEmpty()) {
                records.put(owner, kinds);
            }
        }
        long feedback = episodes.stream().mapToLong(each -> each.feedback().size()).sum();
        long entries = all
                ? store.shelves().stream().mapToLong(owner -> store.shelf(owner).all("").size()).sum()
                : 0;
        return new Preview(
                scope,
                episodes,
                new Removed(episodes.size(), feedback, records, 0, entries),
                store.inventory().copies());
    }

    private Map<String, Long> counts(String owner) {
        Map<String, Long> kinds = new TreeMap<>();
        store.records(owner).kinds().forEach(kind -> kinds.put(kind, store.records(owner).count(kind)));
        return kinds;
    }

    private Map<String, Long> counts(String owner, Set<EpisodeId> episodes) {
        Map<String, Long> kinds = new TreeMap<>();
        for (RecordKey key : store.records(owner).restingOn(episodes)) {
            kinds.merge(key.kind(), 1L, Long::sum);
        }
        return kinds;
    }

    private static Set<EpisodeId> ids(List<Episode> episodes) {
        return new HashSet<>(episodes.stream().map(Episode::id).toList());
    }

    /**
     * Forgets what was shown. From the moment that it begins it will be completed, by whoever opens the store next if it has to be.
     * Nothing of it can be read any more when this returns; whether its bytes are gone as well, the receipt tells.
     */
    public ForgetReceipt forget(Preview preview, ForgetWatch watch) {
        Traces traces = new Traces(store, preview.episodes());
        Forgetting forgetting = store.forgetting();
        boolean everything = preview.scope() == Preview.Scope.EVERYTHING;
        long number = (everything ? forgetting.beginAll() : forgetting.begin(ids(preview.episodes()))).number();
        Forgotten removed = forgetting.remove(number, (done, all) -> watch.at(Step.REMOVING, done, all));
        long again = absorbAgain.getAsLong();
        boolean thorough = everything || preview.episodes().size() >= MANY;
        watch.at(Step.WIPING, 0, 0);
        if (!inTime(thorough ? forgetting::rewrite : forgetting::scrub, watch)) {
            return new ForgetReceipt(removed, again, Scan.NONE, List.of());
        }
        traces.strikeWhatStays(store.inventory());
        List<String> alsoIn = alsoIn(traces);
        Scan scan = scan(traces, watch);
        if (!thorough && !scan.found().isEmpty() && inTime(forgetting::rewrite, watch)) {
            scan = scan(traces, watch);
        }
        return new ForgetReceipt(
                scan.found().isEmpty() ? forgetting.finish(number) : removed, again, scan, alsoIn);
    }

    private boolean inTime(BooleanSupplier wipe, ForgetWatch watch) {
        long begin = System.nanoTime();
        while (!wipe.getAsBoolean()) {
            long waited = System.nanoTime() - begin;
            watch.at(Step.WAITING, Duration.ofNanos(waited).toMillis(), patience.toMillis());
            if (waited > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private Scan scan(Traces traces, ForgetWatch watch) {
        watch.at(Step.LOOKING, 0, traces.size());
        TraceScan scan = traces.scan();
        store.inventory().files(scan);
        if (traces.strikeVectors(scan, store.inventory())) {
            scan = traces.scan();
            store.inventory().files(scan);
        }
        return new Scan(
                traces.size(),
                scan.files(),
                scan.bytes(),
                scan.found().stream().map(Path::toString).toList());
    }

    // What stands on a shelf is not looked for in the store's files any more, as it stays there.
    private List<String> alsoIn(Traces traces) {
        List<String> places = placesWith(traces);
        List<String> found = new ArrayList<>();
        for (String owner : store.shelves()) {
            store.shelf(owner).all("").forEach((key, value) -> {
                if (traces.strike(key + "\n" + value)) {
                    found.add("'%s' of %s".formatted(key, owner));
                }
            });
        }
        found.addAll(places);
        return found;
    }

    private List<String> placesWith(Traces traces) {
        TraceScan scan = traces.scan();
        for (Path place : places) {
            if (Files.exists(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        look(file, scan);
                    }
                } catch (IOException failed) {
                    throw new MemoryException(
                            "it was forgotten, but %s could not be looked through for traces: %s"
                                    .formatted(place, failed),
                            failed);
                }
            }
        }
        return scan.found().stream().map(Path::toString).toList();
    }

    private static void look(Path file, TraceScan scan) throws IOException {
        try (var in = Files.newInputStream(file)) {
            long position = 0;
            for (byte[] piece = in.readNBytes(1 << 20); piece.length > 0; piece = in.readNBytes(1 << 20)) {
                scan.piece(file, position, ByteBuffer.wrap(piece));
                position += piece.length;
            }
        }
    }
}
