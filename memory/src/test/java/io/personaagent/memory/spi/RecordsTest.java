package io.personaagent.memory.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

    private static final EpisodeId E1 = new EpisodeId("e1");
    private static final EpisodeId E2 = new EpisodeId("e2");
    private static final RecordKey TURN = new RecordKey("turn", "a");

    @Test
    void recordKey_cleansItsId_andShowsBoth() {
        assertThat(new RecordKey("turn", "cafe\u0301\0")).hasToString("turn/caf\u00e9\uFFFD");
        assertThat(new RecordKey("a-1_b", "\u4f60\u597d").id()).isEqualTo("\u4f60\u597d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Turn", "1turn", "a b", "\u00e9t\u00e9", "abcdefghijklmnopqrstuvwxyz0123456"})
    void recordKey_ofAnUnusableKind_isRefused(String kind) {
        assertThatThrownBy(() -> new RecordKey(kind, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "record kind '%s' is not usable; it must be 1 to 32 of a-z, 0-9, _ and -, beginning with a letter",
                        kind);
    }

    @Test
    void recordKey_withoutId_isRefused() {
        assertThatThrownBy(() -> new RecordKey("turn", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a record of kind 'turn' needs an id");
    }

    @Test
    void recordKey_isOrderedByKindAndThenById() {
        assertThat(List.of(TURN, new RecordKey("fact", "z"), new RecordKey("fact", "a")).stream()
                        .sorted())
                .hasToString("[fact/a, fact/z, turn/a]");
    }

    @Test
    void derivedRecord_cleansAndOrdersWhatItHolds() {
        DerivedRecord record =
                new DerivedRecord(TURN, "e\u0301", Map.of("b\0", "2", "a", "\uD800"), Set.of(E2, E1), Vector.NONE);

        assertThat(record.text()).isEqualTo("\u00e9");
        assertThat(record.attributes()).hasToString("{a=\uFFFD, b\uFFFD=2}");
        assertThat(record.evidence()).containsExactly(E1, E2);
        assertThat(record.attribute("a")).isEqualTo("\uFFFD");
        assertThat(record.attribute("none")).isEmpty();
    }

    @Test
    void derivedRecord_changesByMakingAnother() {
        DerivedRecord bare = DerivedRecord.of(TURN, "tea", Set.of(E1));
        Vector vector = Vector.of("m", new float[] {1});

        DerivedRecord full = bare.with("mood", "calm").with(vector);

        assertThat(bare.attributes()).isEmpty();
        assertThat(full).isEqualTo(new DerivedRecord(TURN, "tea", Map.of("mood", "calm"), Set.of(E1), vector));
    }

    @Test
    void link_cleansItsRelation_andOrdersItsEvidence() {
        Link link = new Link(TURN, TURN, "ne\0xt", 0.5, Set.of(E2, E1));

        assertThat(link.relation()).isEqualTo("ne\uFFFDxt");
        assertThat(link.evidence()).containsExactly(E1, E2);
    }

    @Test
    void changes_areAddedUpInOrder() {
        DerivedRecord tea = DerivedRecord.of(TURN, "tea", Set.of(E1));
        Link link = new Link(TURN, TURN, "next", 1, Set.of(E1));

        Changes changes = Changes.remove(List.of(TURN)).and(Changes.put(tea)).linking(List.of(link));

        assertThat(changes).isEqualTo(new Changes(List.of(TURN), List.of(tea), List.of(link)));
        assertThat(Changes.NONE.and(Changes.NONE)).isEqualTo(Changes.NONE);
    }
}
