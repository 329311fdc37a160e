package io.personaagent.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.persona.contract.PersonaStoreContract;
import io.personaagent.tools.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordPersonaStoreTest extends PersonaStoreContract {

    @Override
    protected PersonaStore newStore() {
        return new RecordPersonaStore(newRecords(), RULES);
    }

    private static RecordStore newRecords() {
        return new InMemoryStores().open(new UserId("ada")).records(RecordPersonaStore.OWNER);
    }

    @Test
    void find_leavesOutAStatementWhoseRecordWasForgotten() {
        RecordStore records = newRecords();
        PersonaStore store = new RecordPersonaStore(records, RULES);
        store.append(version(1, statement("tea", "Likes tea.", "e1"), statement("rain", "Likes rain.", "e2")));

        records.apply(Changes.remove(List.of(new RecordKey("statement", "00000001.0000"))));

        assertThat(store.find(1).orElseThrow().persona().statements())
                .containsExactly(statement("rain", "Likes rain.", "e2"));
    }

    @Test
    void append_namesTheEvidenceOfEachStatementInItsRecord() {
        RecordStore records = newRecords();
        new RecordPersonaStore(records, RULES).append(version(1, statement("tea", "Likes tea.", "e1", "e2")));

        assertThat(records.list("statement", "", 10)).singleElement().satisfies(record -> assertThat(record.evidence())
                .hasToString("[e1, e2]"));
    }
}
