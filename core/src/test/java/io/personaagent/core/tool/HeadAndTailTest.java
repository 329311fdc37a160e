package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HeadAndTailTest {

    @Test
    void of_leavesShortTextAlone() {
        assertThat(HeadAndTail.of("tea 茶 شاي", 256)).isEqualTo("tea 茶 شاي");
        assertThat(HeadAndTail.of("x".repeat(256), 256)).isEqualTo("x".repeat(256));
    }

    @Test
    void of_keepsBeginningAndEndAndSaysWhatIsMissing() {
        String text = "a".repeat(1000) + "m".repeat(1000) + "z".repeat(1000);

        assertThat(HeadAndTail.of(text, 256))
                .isEqualTo("a".repeat(117) + "\n[... 2,825 bytes left out ...]\n" + "z".repeat(58));
    }

    @Test
    void of_replacesWhatIsNoText() {
        assertThat(HeadAndTail.of("a\0b\uD800c", 256)).isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Property
    void of_neverBreaksACharacterNorTheLimit(
            @ForAll @StringLength(max = 2000) String text, @ForAll @IntRange(min = 256, max = 1024) int bytes) {
        String shortened = HeadAndTail.of(text, bytes);

        byte[] encoded = shortened.getBytes(StandardCharsets.UTF_8);
        assertThat(encoded).hasSizeLessThanOrEqualTo(bytes);
        assertThat(new String(encoded, StandardCharsets.UTF_8)).isEqualTo(shortened);
    }
}
