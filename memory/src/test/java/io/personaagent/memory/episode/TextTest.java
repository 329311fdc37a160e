package io.personaagent.memory.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain \t\r\n",
                "\u4eca\u5929\u5929\u6c14",
                "\u0642\u0647\u0648\u0629",
                "caf\u00e9",
                "\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u202Ehidden"
            })
    void clean_leavesWhatEveryStoreKeeps(String text) {
        assertThat(Text.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD83Db", "a\uDE00b"})
    void clean_replacesWhatStoresTreatDifferently(String text) {
        assertThat(Text.clean(text)).isEqualTo("a\uFFFDb");
    }

    @Property(tries = 300)
    void clean_isIdempotent_normalised_andEncodable(@ForAll String text) {
        String clean = Text.clean(text);

        assertThat(Text.clean(clean)).isEqualTo(clean);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(clean)).isTrue();
    }
}
