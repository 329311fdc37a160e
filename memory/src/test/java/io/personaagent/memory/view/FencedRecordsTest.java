package io.personaagent.memory.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FencedRecordsTest {

    private final RecordStore below =
            new InMemoryStores().open(TestEpisodes.ADA).records("view");
    private final FencedRecords records = new FencedRecords(below);

    @Test
    void absorb_writesTheLastChangesWithTheStepOfTheCursor() {
        List<Long> seenBelow = new ArrayList<>();

        boolean moved = records.absorb(0, 7, () -> {
            records.apply(put("a"));
            seenBelow.add(below.count("turn"));
            records.apply(put("b"));
            seenBelow.add(below.count("turn"));
        });

        assertThat(moved).isTrue();
        assertThat(seenBelow).containsExactly(0L, 1L);
        assertThat(below.count("turn")).isEqualTo(2);
        assertThat(below.cursor()).isEqualTo(7);
    }

    @Test
    void absorb_readsWhatItWrote() {
        List<Long> seen = new ArrayList<>();

        records.absorb(0, 7, () -> {
            records.apply(put("a"));
            seen.add(records.count("turn"));
        });

        assertThat(seen).containsExactly(1L);
    }

    @Test
    void absorb_thatFails_keepsWhatItWrote_andLeavesTheCursor() {
        assertThatThrownBy(() -> records.absorb(0, 7, () -> {
                    records.apply(put("a"));
                    throw new IllegalStateException("no embedder");
                }))
                .hasMessage("no embedder");

        assertThat(below.count("turn")).isEqualTo(1);
        assertThat(below.cursor()).isZero();
    }

    @Test
    void absorb_whenSomebodyElseWasFaster_writesNothing() {
        assertThatThrownBy(() -> records.absorb(0, 7, () -> {
                    records.apply(put("a"));
                    below.applyIf(0, 3, Changes.NONE);
                }))
                .isInstanceOf(SupersededException.class)
                .hasMessage("somebody else has absorbed this meanwhile");

        assertThat(below.kinds()).isEmpty();
        assertThat(below.cursor()).isEqualTo(3);
    }

    @Test
    void absorb_thatWritesNothing_leavesACursorThatWasMoved() {
        boolean moved = records.absorb(0, 7, () -> below.applyIf(0, 3, Changes.NONE));

        assertThat(moved).isFalse();
        assertThat(below.cursor()).isEqualTo(3);
    }

    @Test
    void absorb_fencesItsOwnThreadOnly() {
        records.absorb(0, 7, () -> {
            Thread other = new Thread(() -> records.apply(put("other")));
            other.start();
            try {
                other.join();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            assertThat(below.count("turn")).isEqualTo(1);
        });
    }

    private static Changes put(String id) {
        return Changes.put(DerivedRecord.of(new RecordKey("turn", id), "tea", Set.of()));
    }
}
