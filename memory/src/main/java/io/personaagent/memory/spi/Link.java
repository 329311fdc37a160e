package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Text;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directed, weighted edge between two records of one owner. There is one of a relation between two records; putting it again replaces
 * it.
 *
 * @param relation what the edge means, such as {@code next}
 * @param weight how strong it is
 * @param evidence the episodes that it rests on
 */
public record Link(RecordKey from, RecordKey to, String relation, double weight, Set<EpisodeId> evidence) {
    public Link {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        relation = Text.clean(requireNonNull(relation, "relation"));
        evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
    }
}
