package io.personaagent.memory.view;

import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How much a view holds, whatever keeps it.
 *
 * @param records how many records
 * @param bytes what their texts, attributes and vectors take by themselves, without any index over them
 */
public record ViewSize(long records, long bytes) {

    private static final int PAGE = 500;

    /** Reads all of it. */
    public static ViewSize of(RecordReader reader) {
        long records = 0;
        long bytes = 0;
        for (String kind : reader.kinds()) {
            List<DerivedRecord> page = reader.list(kind, "", PAGE);
            while (!page.isEmpty()) {
                records += page.size();
                bytes += page.stream().mapToLong(ViewSize::bytes).sum();
                page = reader.list(kind, page.get(page.size() - 1).key().id(), PAGE);
            }
        }
        return new ViewSize(records, bytes);
    }

    private static long bytes(DerivedRecord record) {
        long attributes = record.attributes().entrySet().stream()
                .mapToLong(entry -> utf8(entry.getKey()) + utf8(entry.getValue()))
                .sum();
        return utf8(record.text()) + attributes + (long) record.vector().dimension() * Float.BYTES;
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
