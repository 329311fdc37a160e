package io.personaagent.memory.episodic;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.embed.OnnxEmbedder;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.text.Terms;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

    private static final Embedder CHINESE =
            new OnnxEmbedder(OnnxModel.BGE_SMALL_ZH, Path.of("target/native")).embedder();
    private static final String QUESTION = "\u6211\u7684\u72d7\u53eb\u4ec0\u4e48\u540d\u5b57\uff1f";

    private final Confidence confidence = Confidence.calibratedTo(CHINESE);

    /** English sentences look much alike to this model; measured by them, nothing in Chinese would seem near. */
    @Test
    void inTheLanguageOf_aChineseQuestion_isMeasuredByChinese() {
        assertThat(confidence.inTheLanguageOf(QUESTION).unrelated()).isLessThan(confidence.unrelated() - 0.1);
        assertThat(confidence.inTheLanguageOf("What is my dog called?").unrelated())
                .isEqualTo(confidence.unrelated());
    }

    @Test
    void of_whatAnswersAChineseQuestion_isFarAboveTheFloor() {
        double answer = of("\u6211\u5bb6\u7684\u5c0f\u72d7\u540d\u5b57\u662f\u65fa\u8d22\u3002");
        double other = of("\u4e0b\u4e2a\u6708\u8981\u4ea4\u7a0e\u3002");

        assertThat(answer).isGreaterThan(3 * Tuning.MEASURED.floor());
        assertThat(other).isLessThan(Tuning.MEASURED.floor());
    }

    private double of(String text) {
        DerivedRecord turn = DerivedRecord.of(new RecordKey("turn", "t"), text, Set.of(new EpisodeId("e")))
                .with(CHINESE.passage(text));
        return confidence
                .inTheLanguageOf(QUESTION)
                .of(new HashSet<>(Terms.of(QUESTION)), CHINESE.query(QUESTION), turn);
    }
}
