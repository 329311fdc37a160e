package io.personaagent.memory.forget;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Inventory;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.UserStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a trace of some episodes would look like: pieces of their texts and of what rests on them, and of the vectors. Not thread-safe. */
final class Traces {

    /** What more episodes say is not looked for: then all that stays is written anew, and that is what it is relied upon. */
    private static final int MOST_EPISODES = 2_000;

    private static final int MOST_RECORDS = 4_000;

    private final Pieces pieces;
    private final Set<ByteBuffer> vectors = new HashSet<>();

    /** Of what is to be forgotten, before it is. */
    Traces(UserStore store, List<Episode> episodes) {
        List<Episode> looked = episodes.subList(0, Math.min(MOST_EPISODES, episodes.size()));
        List<String> texts = new ArrayList<>();
        looked.forEach(episode -> texts.addAll(Selection.texts(episode)));
        Set<EpisodeId> ids = new HashSet<>(looked.stream().map(Episode::id).toList());
        for (String owner : store.inventory().owners()) {
            take(store.records(owner), ids, texts);
        }
        pieces = Pieces.of(texts);
    }

    private void take(RecordReader records, Set<EpisodeId> episodes, List<String> texts) {
        List<RecordKey> resting =
                records.restingOn(episodes).stream().limit(MOST_RECORDS).toList();
        for (DerivedRecord record : records.findAll(resting).values()) {
            texts.add(record.text());
            texts.addAll(record.attributes().values());
            Encodings.of(record.vector().values()).forEach(form -> vectors.add(ByteBuffer.wrap(form)));
        }
    }

    /** Leaves out what stays stands for as well. */
    void strikeWhatStays(Inventory inventory) {
        inventory.texts(pieces::strike);
    }

    /** Whether a text has such a piece, which is then left out. */
    boolean strike(String text) {
        return pieces.strike(text) > 0;
    }

    /** How many pieces are left. */
    long size() {
        return (long) pieces.size() + vectors.size();
    }

    /** A search for all that is left. */
    TraceScan scan() {
        List<byte[]> wanted = new ArrayList<>();
        pieces.all().forEach(piece -> wanted.addAll(Encodings.of(piece)));
        vectors.forEach(form -> wanted.add(bytes(form)));
        return new TraceScan(wanted);
    }

    private static byte[] bytes(ByteBuffer form) {
        byte[] bytes = new byte[form.remaining()];
        form.duplicate().get(bytes);
        return bytes;
    }

    /** Leaves out vectors that were found because something that stays has the same; whether there were any. */
    boolean strikeVectors(TraceScan scan, Inventory inventory) {
        Set<ByteBuffer> doubtful = new HashSet<>(scan.strings());
        doubtful.retainAll(vectors);
        if (doubtful.isEmpty()) {
            return false;
        }
        int before = vectors.size();
        inventory.vectors(
                vector -> Encodings.of(vector.values()).forEach(form -> vectors.remove(ByteBuffer.wrap(form))));
        return vectors.size() < before;
    }
}
