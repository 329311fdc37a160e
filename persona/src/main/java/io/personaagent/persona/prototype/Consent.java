package io.personaagent.persona.prototype;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import java.util.List;
import java.util.Set;

/** Whether a person agreed to be counted, and to be told what people like them do. Nobody has until they say so; it goes with their store. */
public final class Consent {

    /** Whose records hold it. */
    public static final String OWNER = "prototypes";

    private static final RecordKey AGREED = new RecordKey("consent", "agreed");

    private final RecordStore records;

    /** @param records those of {@link #OWNER} */
    public Consent(RecordStore records) {
        this.records = requireNonNull(records, "records");
    }

    public boolean isGiven() {
        return records.find(AGREED).isPresent();
    }

    public void give() {
        records.apply(Changes.put(DerivedRecord.of(AGREED, "", Set.of())));
    }

    public void withdraw() {
        records.apply(Changes.remove(List.of(AGREED)));
    }
}
