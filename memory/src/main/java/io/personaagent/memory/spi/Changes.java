package io.personaagent.memory.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to change in a record store, all at once: first the removals, then records, then links. A removed record takes its links with
 * it; a record that is put replaces the one of the same key.
 */
public record Changes(List<RecordKey> removed, List<DerivedRecord> records, List<Link> links) {

    public static final Changes NONE = new Changes(List.of(), List.of(), List.of());

    public Changes {
        removed = List.copyOf(removed);
        records = List.copyOf(records);
        links = List.copyOf(links);
    }

    public static Changes put(List<DerivedRecord> records) {
        return new Changes(List.of(), records, List.of());
    }

    public static Changes put(DerivedRecord... records) {
        return put(List.of(records));
    }

    public static Changes remove(List<RecordKey> keys) {
        return new Changes(keys, List.of(), List.of());
    }

    public Changes linking(List<Link> more) {
        return and(new Changes(List.of(), List.of(), more));
    }

    /** Both together. */
    public Changes and(Changes other) {
        return new Changes(both(removed, other.removed), both(records, other.records), both(links, other.links));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
