package io.personaagent.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.model.Counts;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelWordsTest {

    @Test
    void lines_tellOfEachModelThatWasAsked() {
        Map<String, Counts> counts = new TreeMap<>(Map.of(
                "model", new Counts(1, 0, 0, 0, 900, 20, 0),
                "models.claude", new Counts(1200, 3, 2, 1, 1_234_567, 890, 3.71625),
                "models.idle", Counts.NONE));

        assertThat(ModelWords.lines(counts))
                .containsExactly(
                        "model: 1 call; 900 tokens in, 20 out",
                        "models.claude: 1,200 calls (asked again: 3, another was asked instead: 2, tool calls mended: 1); 1,234,567 tokens in, 890 out; cost 3.7163");
    }
}
