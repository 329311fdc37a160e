package io.personaagent.memory.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void of_foldsCaseAccentsAndEndings() {
        assertThat(Terms.of("Zoë's CAFÉS were crowded")).containsExactly("zoe", "cafe", "crowd");
        assertThat(Terms.of("ｆｕｌｌ　ｗｉｄｔｈ")).containsExactly("full", "width");
    }

    @Test
    void of_spellsAsAmericansDo() {
        assertThat(Terms.of("my favourite colours, neighbours, behaviour, armoured"))
                .isEqualTo(Terms.of("my favorite colors, neighbors, behavior, armored"));
        assertThat(Terms.of("four hours of our source")).containsExactly("four", "hour", "sourc");
    }

    @Test
    void of_leavesOutWordsWithoutContent() {
        assertThat(Terms.of("What is my dog's name? I'm sure I've told you; I don’t know."))
                .containsExactly("dog", "name", "sure", "told", "know");
    }

    @Test
    void of_keepsNumbersAndCode() {
        assertThat(Terms.of("pi is 3.14, born 14.05.1990 at 7:30, C++ and utf-8"))
                .containsExactly("pi", "3.14", "born", "14.05.1990", "7", "30", "c", "utf", "8");
    }

    @Test
    void of_cutsChineseIntoPairs() {
        assertThat(Terms.of("我喜欢喝茶")).containsExactly("我喜", "喜欢", "欢喝", "喝茶");
        assertThat(Terms.of("茶")).containsExactly("茶");
    }

    @Test
    void of_readsArabicWithAndWithoutItsSigns() {
        assertThat(Terms.of("أُخْتِي")).isEqualTo(Terms.of("اختي")).hasSize(1);
    }

    @Test
    void of_keepsEmoji() {
        assertThat(Terms.of("🍕 night")).containsExactly("🍕", "night");
    }

    @Test
    void of_aTextWithoutWords_isEmpty() {
        assertThat(Terms.of("")).isEmpty();
        assertThat(Terms.of(" ...!? \n")).isEmpty();
    }

    @Test
    void of_cutsAtEveryKindOfBlank() {
        assertThat(Terms.of("10\u202f000\u00a0km\u3000far")).containsExactly("10", "000", "km", "far");
    }

    @Property
    void of_anyText_holdsNoBlankAndNothingEmpty(@ForAll String text) {
        assertThat(Terms.of(text))
                .allSatisfy(term -> assertThat(term).isNotEmpty().matches(each -> each.codePoints()
                        .noneMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point))));
    }
}
