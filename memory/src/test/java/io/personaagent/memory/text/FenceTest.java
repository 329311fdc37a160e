package io.personaagent.memory.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FenceTest {

    private static final Pattern TAG = Pattern.compile("(?iu)[<＜﹤‹〈〈⟨][\\s\\p{Cf}]*[/／⁄∕]?[\\s\\p{Cf}]*data");

    @Property(tries = 5_000)
    void around_whateverStandsInside_hasOneBeginningAndOneEnd(@ForAll("hostile") String text) {
        String fenced = Fence.around(text);

        assertThat(TAG.matcher(fenced).results().map(tag -> tag.start()))
                .containsExactly(0, fenced.length() - "</data>".length());
        assertThat(fenced).startsWith("<data>\n").endsWith("\n</data>");
    }

    @Property
    void around_aTextWithoutSuchATag_staysByteForByte(@ForAll String text) {
        if (!TAG.matcher(text).find()) {
            assertThat(Fence.around(text)).isEqualTo("<data>\n" + text + "\n</data>");
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "<", "＜", "‹", "⟨", "/", "／", " ", "\n", "\u200b", "\u00ad", "data", "DATA", "Data", ">",
                        "&lt;", "x", "[m1]")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
