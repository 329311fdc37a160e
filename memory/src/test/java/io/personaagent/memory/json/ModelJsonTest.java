package io.personaagent.memory.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {

    private final ModelJson json = new ModelJson();
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1}",
                "Here you are: {'a': 1,} Bye.",
                "```json\n{\"a\": 1}\n```",
            })
    void objectIn_findsTheObject(String reply) {
        assertThat(json.objectIn(reply))
                .hasValueSatisfying(
                        found -> assertThat(found.path("a").intValue()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "} {", "{{{", "[1, 2]"})
    void objectIn_ofAnythingElse_isEmpty(String reply) {
        assertThat(json.objectIn(reply)).isEmpty();
    }

    @Property(tries = 500)
    void mend_neverChangesWhatIsValid(@ForAll @StringLength(max = 40) String text) throws Exception {
        String clean = text.replaceAll("\\p{Cs}", "");
        String written = mapper.writeValueAsString(Map.of("text", clean));

        assertThat(mapper.readTree(RepairJson.mend(written)).path("text").textValue())
                .isEqualTo(clean);
    }

    @Test
    @Timeout(2)
    void mend_isLinear() {
        String words = "a ".repeat(ModelJson.MAX_LENGTH / 2);

        assertThat(RepairJson.mend(words)).isEqualTo(words.strip());
    }

    @Property(tries = 500)
    void mend_neverFails(@ForAll @StringLength(max = 60) String text) {
        assertThat(RepairJson.mend("{'" + text)).isNotNull();
    }
}
