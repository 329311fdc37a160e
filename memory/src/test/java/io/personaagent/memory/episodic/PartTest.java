package io.personaagent.memory.episodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void of_aShortTurn_areNone() {
        assertThat(Part.of(turn("", "x".repeat(900)))).isEmpty();
    }

    @Test
    void of_aLongTurn_endWithSentencesAndTellWhoSpeaks() {
        String text = "Ada: " + "I like tea at the harbour. ".repeat(60);

        assertThat(Part.of(turn("Ada", text))).hasSize(3).allSatisfy(part -> {
            assertThat(part.text()).startsWith("Ada: I like").endsWith("harbour.");
            assertThat(part.text().length()).isBetween(400, 700);
            assertThat(part.evidence()).containsExactly(new EpisodeId("e1"));
        });
    }

    @Test
    void of_aTextWithoutBlanks_endWithItsSentences() {
        assertThat(Part.of(turn("", "我在港口喝茶。".repeat(200))))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.text()).startsWith("我在").endsWith("。"));
    }

    @Test
    void of_aMegabyte_areFewAndShortAndFromAllOfIt() {
        String text = "a".repeat(1_000_000) + "z".repeat(200_000);

        List<DerivedRecord> parts = Part.of(turn("", text));

        assertThat(parts).hasSize(8).allSatisfy(part -> assertThat(part.text()).hasSize(2_000));
        assertThat(parts.get(7).text()).endsWith("z");
    }

    @Property
    void of_anyText_partNoCharacterAndLoseNothing(
            @ForAll @StringLength(min = 1, max = 40) String piece, @ForAll @IntRange(min = 1, max = 4_000) int length) {
        String text = piece.repeat(length / piece.length() + 1);
        DerivedRecord turn = turn("", text);

        List<DerivedRecord> parts = Part.of(turn);

        assertThat(parts.size()).isLessThanOrEqualTo(8);
        if (!parts.isEmpty()) {
            assertThat(squeezed(String.join(
                            "", parts.stream().map(DerivedRecord::text).toList())))
                    .isEqualTo(squeezed(turn.text()));
        }
    }

    @Test
    void pooled_givesATurnItsBestScore() {
        List<Hit> turns = List.of(hit("turn", "short", 0.7), hit("turn", "long", 0.6), hit("turn", "other", 0.5));
        List<Hit> parts = List.of(hit("part", "long 2", 0.9), hit("part", "long 1", 0.4), hit("part", "far 8", 0.3));

        assertThat(Part.pooled(turns, parts, 3))
                .extracting(hit -> hit.key().id(), Hit::score)
                .containsExactly(tuple("long", 0.9), tuple("short", 0.7), tuple("other", 0.5));
        assertThat(Part.nearest(parts))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("long", new RecordKey(Part.KIND, "long 2"), "far", new RecordKey(Part.KIND, "far 8")));
    }

    private static String squeezed(String text) {
        return text.codePoints()
                .filter(each -> !Character.isWhitespace(each))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Hit hit(String kind, String id, double score) {
        return new Hit(new RecordKey(kind, id), score);
    }

    private static DerivedRecord turn(String speaker, String text) {
        return DerivedRecord.of(new RecordKey(Turn.KIND, "e1"), text, Set.of(new EpisodeId("e1")))
                .with("speaker", speaker);
    }
}
