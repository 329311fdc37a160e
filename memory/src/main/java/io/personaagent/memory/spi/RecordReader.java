package io.personaagent.memory.spi;

import io.personaagent.memory.episode.EpisodeId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and searches what one owner derived for one person. Safe for use by several threads.
 *
 * <p>Searches see one kind of one owner of one person and nothing else: what others store changes neither order nor scores. Equal scores
 * are ordered by id. A search names records and does not read them; so it may name one that is damaged. A record whose content does not
 * match its hash is never read: {@link #find} has none, {@link #findAll} and {@link #list} leave it out.
 */
public interface RecordReader {

    Optional<DerivedRecord> find(RecordKey key);

    /** Those of these records that are there, by their keys and in the keys' order; all from the same moment. */
    Map<RecordKey, DerivedRecord> findAll(Collection<RecordKey> keys);

    /** As {@link #findAll}, but without the vectors, which take longer to read than all else; a damaged one is not noticed. */
    Map<RecordKey, DerivedRecord> findAllWithoutVectors(Collection<RecordKey> keys);

    /** Names the records of any kind whose evidence has any of these episodes, in their natural order. */
    Set<RecordKey> restingOn(Collection<EpisodeId> episodes);

    /**
     * The records of a kind after an id, ordered by id.
     *
     * @param afterId an empty text for the beginning
     */
    List<DerivedRecord> list(String kind, String afterId, int limit);

    /**
     * The records of a kind whose vectors are most similar to this one by {@link Vector#cosine}, the most similar first. Only vectors of
     * the same model take part. Scores and their order are exact. Of more than 500 records
     * some of the most similar may be missed, the more often the less they stand out.
     */
    List<Hit> nearest(String kind, Vector query, int limit);

    /**
     * The records of a kind whose text shares terms with the query, by BM25 with k1 = 1.2 and b = 0.75 over the terms of
     * {@link io.personaagent.memory.text.Terms}, the best first. Empty when the query has no terms or none occurs.
     */
    List<Hit> matching(String kind, String query, int limit);

    /** The links that start at a record, ordered by relation and target. */
    List<Link> links(RecordKey from);

    /** How many records of a kind there are. */
    long count(String kind);

    /** The kinds that have records, in their natural order. */
    List<String> kinds();

    /** How far the owner has come; 0 at first. See {@link RecordStore#applyIf}. */
    long cursor();
}
