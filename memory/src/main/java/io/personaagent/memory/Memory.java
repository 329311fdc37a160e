package io.personaagent.memory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Exposures;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.boundary.Sieve;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.profile.ProfileLine;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.Use;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.view.View;
import io.personaagent.memory.view.ViewSize;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final ViewSource source;
    private final Serving serving;
    private final Door door;
    private final Sieve sieve;
    private final Exposures exposures;

    /**
     * Opens the backend on the view that serves; reads nothing else yet.
     *
     * @param store the person's; it stays its owner's to close
     */
    public Memory(UserStore store, MemoryProvider provider, Lent lent) {
        this.store = requireNonNull(store, "store");
        this.backendName = provider.name();
        this.source = ViewSource.serving(store, provider, requireNonNull(lent, "lent"));
        this.serving = new Serving(source);
        this.door = new Door(store);
        this.sieve = new Sieve(store.episodes(), lent.policy());
        this.exposures = new Exposures(store.records(Exposures.OWNER));
    }

    public UserId user() {
        return store.user();
    }

    /** What the configuration calls the backend. */
    public String backendName() {
        return backendName;
    }

    /** Keeps an episode without the secrets in it; when this returns, it is on the disk. */
    public Receipt retain(Episode episode) {
        return retainAll(List.of(episode)).get(0);
    }

    /** Keeps all of them or none, without the secrets in them. */
    public List<Receipt> retainAll(List<Episode> episodes) {
        List<Receipt> receipts = door.appendAll(episodes);
        absorb();
        return receipts;
    }

    /**
     * Keeps a turn without the secrets in it, and what is kept of it besides: what its reply saw of memory, and what happened in it. All of
     * it is on the disk when this returns, or nothing is.
     */
    public Receipt retain(Episode turn, Exposure exposure, List<DerivedRecord> besides) {
        Receipt receipt = door.append(turn, Exposures.OWNER, exposures.changes(exposure, besides));
        absorb();
        return receipt;
    }

    /** Adds what the person said about an answer, without the secrets in it. */
    public Receipt feedback(EpisodeId id, Feedback feedback) {
        Receipt receipt = store.episodes().add(id, SafeEpisode.of(feedback).kept());
        sieve.changed(id);
        absorb();
        return receipt;
    }

    /**
     * What fits the question and may be shown for its use, the best first; empty when nothing does.
     *
     * @throws MemoryException when the backend fails
     */
    public List<Recollection> recall(RecallQuery query) {
        return sift(query).shown();
    }

    /**
     * The same, with what was found and withheld.
     *
     * @throws MemoryException when the backend fails
     */
    public Sifted sift(RecallQuery query) {
        absorb();
        return sieve.sift(query, this::fromBackend);
    }

    /** Why what was derived from these episodes may not be shown for this use; empty when it may. */
    public Set<Sensitivity> withheld(Use use, String text, Set<EpisodeId> evidence) {
        return sieve.withheld(use, text, evidence);
    }

    /** What each reply saw of memory. */
    public Exposures exposures() {
        return exposures;
    }

    /** Lets the backend absorb what it has not; goes on where an earlier attempt stopped. */
    public void catchUp(Progress progress) {
        serving.use(view -> {
            view.catchUp().all(progress, () -> serving.isStill(view));
            return view;
        });
    }

    /** Lets the backend consolidate, off the reply path. */
    public void reflect(Budget budget) {
        absorb();
        serving.use(view -> {
            view.backend().reflect(budget);
            return view;
        });
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
            return serving.use(view -> view.catchUp().allAgain());
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
        return serving.use(view -> ProfileLine.all(view.records()));
    }

    /** The person's log. */
    public EpisodeReader episodes() {
        return store.episodes();
    }

    public MemoryStats stats() {
        return serving.use(view -> {
            RecordReader records = view.records();
            Map<String, Long> counts = new TreeMap<>();
            records.kinds().forEach(kind -> counts.put(kind, records.count(kind)));
            EpisodeReader episodes = store.episodes();
            return new MemoryStats(episodes.count(), counts, store.bytes(), records.cursor(), episodes.end());
        });
    }

    /** Which view serves, and what is being built. */
    public ViewReport view() {
        return serving.use(view -> {
            View building = source.views().state().building();
            long built =
                    building.isNone() ? 0 : source.views().records(building).cursor();
            View known = source.known(view.view());
            String wanted = source.isOutdated(known) ? source.lent().embedders().name() : "";
            return new ViewReport(known, building, built, wanted);
        });
    }

    /** How much the view that serves holds; reads all of it. */
    public ViewSize size() {
        return serving.use(view -> ViewSize.of(view.records()));
    }

    /** What builds its next view from the log; this one goes on serving, and gives way as soon as that is done. */
    public Rebuild rebuild() {
        return new Rebuild(store, source.provider(), source.lent());
    }

    /** Why the last recall or absorption had to do without the embedder; empty when it had not. */
    public String trouble() {
        return serving.use(view -> view.embedder().trouble());
    }

    /** Closes the backend. */
    @Override
    public void close() {
        serving.close();
    }

    private List<Recollection> fromBackend(RecallQuery query) {
        try {
            return serving.use(view -> List.copyOf(view.backend().recall(query)));
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Memory backend '{}' failed to recall for {}", backendName, user(), failure);
            throw new MemoryException(
                    "memory backend '%s' could not recall: %s; what was said is safe in the log"
                            .formatted(backendName, failure),
                    failure);
        }
    }

    private void absorb() {
        try {
            serving.use(view -> {
                view.catchUp().unlessBusy(() -> serving.isStill(view));
                return view;
            });
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn(
                    "Memory backend '{}' failed to absorb for {}; it will be tried again",
                    backendName,
                    user(),
                    failure);
        }
    }
}
