package io.personaagent.memory.spi;

import static java.util.Objects.requireNonNull;

/**
 * What a search found, with the score of that search: more is better, and scores of two searches do not compare.
 *
 * @param key names the record, which {@link RecordReader#findAll} reads
 */
public record Hit(RecordKey key, double score) {
    public Hit {
        requireNonNull(key, "key");
    }
}
