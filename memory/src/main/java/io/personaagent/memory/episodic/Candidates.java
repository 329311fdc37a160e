package io.personaagent.memory.episodic;

import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.Vector;
import java.util.List;
import java.util.Set;

/**
 * The searches of one recall.
 *
 * @param hidden what must not be found
 * @param pool how many each search brings
 */
record Candidates(RecordReader records, Set<RecordKey> hidden, int pool) {

    List<Hit> near(String kind, Vector asked) {
        return visible(records.nearest(kind, asked, pool + hidden.size()));
    }

    /** None, and no search, where nobody has written anything long. */
    List<Hit> nearParts(Vector asked) {
        return records.list(Part.KIND, "", 1).isEmpty() ? List.of() : near(Part.KIND, asked);
    }

    List<Hit> matching(String kind, String about) {
        return visible(records.matching(kind, about, pool + hidden.size()));
    }

    private List<Hit> visible(List<Hit> hits) {
        return hits.stream()
                .filter(hit -> !hidden.contains(hit.key()))
                .limit(pool)
                .toList();
    }
}
