package io.personaagent.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plan.Sources.Source;
import io.personaagent.core.turn.Ground;
import io.personaagent.memory.episode.EpisodeId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTest {

    private static final Sources SOURCES = new Sources(Map.of(
            "m1", source(Ground.Kind.MEMORY, "e1", "e1", "e2"),
            "m2", source(Ground.Kind.MEMORY, "e3", "e3", "e1"),
            "t1", source(Ground.Kind.RESULT, "call-a"),
            "s1", source(Ground.Kind.STATEMENT, "units-1"),
            "s2", source(Ground.Kind.STATEMENT, "tea")));

    private final Citations citations = new Citations(SOURCES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You like tea [m1].|You like tea.",
                "Tea[m1], and milk [s1, t1; m2].|Tea, and milk.",
                "[m1] You like tea.|You like tea.",
                "- [m1] tea|- tea",
                "茶[m1]。|茶。",
                "Nothing [m9] [t7] of it.|Nothing of it.",
                "The footnote [1], the word [sic], [mx] and [m1 stay.|The footnote [1], the word [sic], [mx] and [m1 stay.",
                "`a[m1]` and x[m9] stay, x[m1] does not.|`a[m1]` and x[m9] stay, x does not.",
                "```int i = [m1];``` [m1]|```int i = [m1];```",
                "a `tick [m1]|a `tick [m1]"
            })
    void of_takesMarksOut_andLeavesTheRestAsItIs(String written, String said) {
        assertThat(citations.of(written)).isEqualTo(said);
    }

    @Test
    void of_anUnclosedTick_endsWithTheLine() {
        assertThat(citations.of("a `tick\nTea [m1]")).isEqualTo("a `tick\nTea");
    }

    @Test
    void of_keepsWhatWasNamedOnceAndInOrder_andCountsTheInvented() {
        citations.of("A [m2] b [t1, s2] c [m1] d [s2; m4] e [t9].");

        assertThat(citations.episodes()).extracting(EpisodeId::value).containsExactly("e3", "e1", "e2");
        assertThat(citations.ids(Ground.Kind.RESULT)).containsExactly("call-a");
        assertThat(citations.ids(Ground.Kind.STATEMENT)).containsExactly("tea");
        assertThat(citations.unknown()).isEqualTo(2);
    }

    @Property
    void take_pieceByPiece_saysTheSameAsAtOnce(@ForAll("texts") String text, @ForAll("cuts") List<Integer> cuts) {
        Citations whole = new Citations(SOURCES);
        Citations pieces = new Citations(SOURCES);
        StringBuilder said = new StringBuilder();
        int at = 0;
        for (int cut : cuts) {
            int end = Math.min(text.length(), at + cut);
            said.append(pieces.take(text.substring(at, end)));
            at = end;
        }
        said.append(pieces.take(text.substring(at))).append(pieces.rest());

        assertThat(said.toString()).isEqualTo(whole.of(text));
        assertThat(pieces.unknown()).isEqualTo(whole.unknown());
        assertThat(pieces.episodes()).isEqualTo(whole.episodes());
    }

    @Property
    void of_leavesATextWithoutMarksByteForByte(@ForAll String text) {
        if (!text.contains("[")) {
            assertThat(new Citations(SOURCES).of(text)).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "[", "]", "m1", "m9", "t1", "s1", ",", "; ", " ", "\t", "\n", "`", "```", "tea", "x", "茶",
                        "[m1]")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 5).list().ofMaxSize(40);
    }

    private static Source source(Ground.Kind kind, String id, String... evidence) {
        return new Source(
                new Ground(kind, id),
                "",
                List.of(evidence).stream().map(EpisodeId::new).toList());
    }
}
