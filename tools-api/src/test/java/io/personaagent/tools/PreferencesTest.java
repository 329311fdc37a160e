package io.personaagent.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    private static final Map<String, List<String>> UNITS =
            Map.of("metric", List.of("metric", "kilometres", "km"), "imperial", List.of("imperial", "miles"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prefers metric units.                        | metric",
                "Wants distances in MILES.                    | imperial",
                "Prefers kilometres over miles.               | metric",
                "Wants miles instead of kilometres.           | imperial",
                "Does not like miles, wants km.               | metric",
                "Doesn't want distances in miles but in km.   | metric",
                "Instead of miles, uses kilometres.           | metric",
                "Hates imperial units.                        | ",
                "Works in kilometrage.                        | ",
                "Likes tea.                                   | "
            })
    void among_readsWhatASentenceAsksFor(String sentence, String wanted) {
        Preferences preferences = new Preferences(Map.of(), List.of(sentence));

        assertThat(preferences.among("units", UNITS).map(Preferred::value).orElse(null))
                .isEqualTo(wanted);
    }

    @Test
    void among_namesTheSentence_whichGoesBeforeTheSetting() {
        Preferences preferences =
                new Preferences(Map.of("units", "imperial"), List.of("Likes tea.", "Thinks in km.", "Drives miles."));

        assertThat(preferences.among("units", UNITS)).contains(new Preferred("metric", "Thinks in km."));
    }

    @Test
    void among_takesTheSetting_whereNoSentenceSaysAnything() {
        assertThat(new Preferences(Map.of("units", "imperial"), List.of("Likes tea.")).among("units", UNITS))
                .contains(new Preferred("imperial", "the setting units = \"imperial\""));
        assertThat(new Preferences(Map.of("units", "cubits"), List.of()).among("units", UNITS))
                .isEmpty();
    }
}
