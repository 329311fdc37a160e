package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EmbedderException;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the keys of episodes. What is written already as it should be is left alone, so absorbing again costs next to nothing. */
final class KeyWriter {

    private static final int BATCH = 128;
    private static final Set<String> KINDS = Set.of(Turn.KIND, Part.KIND, Context.KIND);
    /** The turn's own context needs one neighbour on each side, the one before it one more. */
    private static final int DISTANCE = 2;

    private final EpisodeReader episodes;
    private final RecordStore records;
    private final Embedder embedder;

    KeyWriter(EpisodeReader episodes, RecordStore records, Embedder embedder) {
        this.episodes = episodes;
        this.records = records;
        this.embedder = embedder;
    }

    void absorb(List<Episode> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            write(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    /** One at a time, or a context could be overwritten by one that was read before its neighbour came. */
    private synchronized void write(List<Episode> batch) {
        Map<RecordKey, DerivedRecord> wanted = new LinkedHashMap<>();
        batch.forEach(episode -> addKeys(episode, wanted));
        List<RecordKey> stale = stale(batch, wanted.keySet());
        List<DerivedRecord> changed = changed(wanted);
        try {
            apply(Changes.remove(stale).and(Changes.put(embedded(changed))));
        } catch (EmbedderException failed) {
            // Found by words until the embedder is back; the host will ask again for what failed.
            apply(Changes.remove(stale).and(Changes.put(changed)));
            if (!embedder.isMissing()) {
                throw failed;
            }
        }
    }

    /** The keys of these episodes that are there and should not be. */
    private List<RecordKey> stale(List<Episode> batch, Set<RecordKey> wanted) {
        Set<EpisodeId> ids = batch.stream().map(Episode::id).collect(Collectors.toSet());
        return records.restingOn(ids).stream()
                .filter(key -> KINDS.contains(key.kind()) && ids.contains(Turn.episode(key)) && !wanted.contains(key))
                .toList();
    }

    private void apply(Changes changes) {
        if (!changes.equals(Changes.NONE)) {
            records.apply(changes);
        }
    }

    private void addKeys(Episode episode, Map<RecordKey, DerivedRecord> wanted) {
        List<Episode> line = line(episode);
        int at = indexOf(episode.id(), line);
        if (!episode.exchange().query().isBlank()) {
            putTurn(Turn.said(episode, before(line, at)).record(), wanted);
            put(Context.of(line, at), wanted);
        }
        // What came before has got a neighbour.
        if (at > 0 && !line.get(at - 1).exchange().query().isBlank()) {
            put(Context.of(line, at - 1), wanted);
        }
        Turn.correctionOf(episode).ifPresent(correction -> {
            DerivedRecord turn = Turn.corrected(episode, correction).record();
            putTurn(turn, wanted);
            put(Context.alone(turn), wanted);
        });
    }

    private static void putTurn(DerivedRecord turn, Map<RecordKey, DerivedRecord> wanted) {
        put(turn, wanted);
        Part.of(turn).forEach(part -> put(part, wanted));
    }

    private static void put(DerivedRecord record, Map<RecordKey, DerivedRecord> wanted) {
        wanted.put(record.key(), record);
    }

    /** The session around an episode, with the episode itself as it was given. */
    private List<Episode> line(Episode episode) {
        if (episode.occasion().session().isBlank()) {
            return List.of(episode);
        }
        List<Episode> line = new ArrayList<>(episodes.around(episode.id(), DISTANCE));
        int at = indexOf(episode.id(), line);
        if (at < 0) {
            return List.of(episode);
        }
        line.set(at, episode);
        return line;
    }

    private static int indexOf(EpisodeId id, List<Episode> line) {
        return line.stream().map(Episode::id).toList().indexOf(id);
    }

    private static List<EpisodeId> before(List<Episode> line, int at) {
        List<EpisodeId> before = new ArrayList<>();
        for (int near = at - 1; near >= Math.max(0, at - DISTANCE); near--) {
            before.add(line.get(near).id());
        }
        return before;
    }

    private List<DerivedRecord> changed(Map<RecordKey, DerivedRecord> wanted) {
        String space = space();
        return wanted.values().stream()
                .filter(record -> !isWritten(record, space))
                .toList();
    }

    /** Where it cannot be told, something that no vector has: then nothing counts as written. */
    private String space() {
        try {
            return embedder.id();
        } catch (EmbedderException failed) {
            return "unknown";
        }
    }

    private boolean isWritten(DerivedRecord record, String space) {
        return records.find(record.key())
                .filter(found -> embedder.isMissing() || found.vector().model().equals(space))
                .map(found -> found.with(Vector.NONE).equals(record))
                .orElse(false);
    }

    private List<DerivedRecord> embedded(List<DerivedRecord> changed) {
        List<Vector> vectors = embedder.passages(
                changed.stream().map(DerivedRecord::text).distinct().toList());
        Map<String, Vector> byText = new LinkedHashMap<>();
        changed.stream()
                .map(DerivedRecord::text)
                .distinct()
                .forEach(text -> byText.put(text, vectors.get(byText.size())));
        return changed.stream()
                .map(record -> record.with(byText.getOrDefault(record.text(), Vector.NONE)))
                .toList();
    }
}
