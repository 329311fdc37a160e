package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.profile.ProfileLine;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's memory: a durable log of what happened, and a backend that recalls from it.
 *
 * <p>The log comes first. Where the backend fails to absorb an episode, that is logged and made up for at the next opportunity; the
 * episode is not lost. Thread-safe.
 */
public final class Memory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final UserStore store;
    private final String backendName;
    private final RecordStore records;
    private final MemoryBackend backend;
    private final CatchUp catchUp;

    /**
     * Opens the backend; reads nothing yet.
     *
     * @param store the person's; it stays its owner's to close
     */
    public Memory(UserStore store, MemoryProvider provider, Lent lent) {
        this.store = requireNonNull(store, "store");
        this.backendName = provider.name();
        this.records = store.records(backendName);
        this.backend = provider.open(new StoreContext(store, records, requireNonNull(lent, "lent")));
        this.catchUp = new CatchUp(store.episodes(), records, backend);
    }

    public UserId user() {
        return store.user();
    }

    /** What the configuration calls the backend. */
    public String backendName() {
        return backendName;
    }

    /** Keeps an episode; when this returns, it is on the disk. */
    public Receipt retain(Episode episode) {
        return retainAll(List.of(episode)).get(0);
    }

    /** Keeps all of them or none. */
    public List<Receipt> retainAll(List<Episode> episodes) {
        List<Receipt> receipts = store.episodes().appendAll(episodes);
        absorb();
        return receipts;
    }

    /** Adds what the person said about an answer. */
    public Receipt feedback(EpisodeId id, Feedback feedback) {
        Receipt receipt = store.episodes().add(id, feedback);
        absorb();
        return receipt;
    }

    /**
     * What fits the question, the best first; empty when nothing does.
     *
     * @throws MemoryException when the backend fails
     */
    public List<Recollection> recall(RecallQuery query) {
        absorb();
        try {
            return List.copyOf(backend.recall(query));
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Memory backend '{}' failed to recall for {}", backendName, user(), failure);
            throw new MemoryException(
                    "memory backend '%s' could not recall: %s; what was said is safe in the log"
                            .formatted(backendName, failure),
                    failure);
        }
    }

    /** Lets the backend absorb what it has not; goes on where an earlier attempt stopped. */
    public void catchUp(Progress progress) {
        catchUp.all(progress);
    }

    /** Lets the backend consolidate, off the reply path. */
    public void reflect(Budget budget) {
        absorb();
        backend.reflect(budget);
    }

    /**
     * What makes the person's store forget.
     *
     * @param places folders beside the store in which a trace could stand, such as those of tools
     */
    public Forgetter forgetter(List<Path> places) {
        return new Forgetter(store, this::absorbAgain, places);
    }

    /** What the backend fails at now, it does at the next opportunity. */
    private long absorbAgain() {
        try {
            return catchUp.allAgain();
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn(
                    "Memory backend '{}' failed to absorb again for {}; it will be tried again",
                    backendName,
                    user(),
                    failure);
            return 0;
        }
    }

    /** What the backend has drawn together about the person, ordered by id; empty before it has reflected. */
    public List<ProfileLine> profile() {
        return ProfileLine.all(records);
    }

    /** The person's log. */
    public EpisodeReader episodes() {
        return store.episodes();
    }

    public MemoryStats stats() {
        Map<String, Long> counts = new TreeMap<>();
        records.kinds().forEach(kind -> counts.put(kind, records.count(kind)));
        EpisodeReader episodes = store.episodes();
        return new MemoryStats(episodes.count(), counts, store.bytes(), records.cursor(), episodes.end());
    }

    /** Closes the backend. */
    @Override
    public void close() {
        try {
            backend.close();
        } catch (Exception failure) {
            LOG.warn("Memory backend '{}' failed to close for {}", backendName, user(), failure);
        }
    }

    private void absorb() {
        try {
            catchUp.unlessBusy();
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn(
                    "Memory backend '{}' failed to absorb for {}; it will be tried again",
                    backendName,
                    user(),
                    failure);
        }
    }
}
