package io.personaagent.plugins.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.contract.TestToolContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same page, asked for people who read different languages. */
class LanguagesTest {

    @Test
    void thePersonsLanguage_isAskedFor_andTheAnswerSaysWhy() {
        try (TestSite site = TestSite.at("127.0.0.1").page("/", "page")) {
            String url = "http://site.test:%d/".formatted(site.port());

            assertThat(read(url, new Preferences(Map.of(), List.of("Prefers to read German."))))
                    .contains("\n(asked for in de because of \"Prefers to read German.\")\n");
            assertThat(site.header().getFirst("Accept-Language")).isEqualTo("de, en;q=0.5, *;q=0.1");

            assertThat(read(url, new Preferences(Map.of("language", "pt-BR"), List.of("Lives in Rome."))))
                    .contains("\n(asked for in pt-BR because of the preference language)\n");
            assertThat(site.header().getFirst("Accept-Language")).isEqualTo("pt-BR, pt;q=0.9, en;q=0.5, *;q=0.1");

            assertThat(read(url, new Preferences(Map.of("language", "pt-BR"), List.of("Prefers to read German."))))
                    .contains("\n(asked for in de because of \"Prefers to read German.\")\n");

            assertThat(read(url, Preferences.NONE)).isEqualTo(url + "\n\npage");
            assertThat(site.header().getFirst("Accept-Language")).isEqualTo("en, *;q=0.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Prefers German. | de",
                "Prefers answers in French. | fr",
                "Reads Japanese texts with ease. | ja",
                "Speaks Spanish and English. | es",
                "Is a native Turkish speaker. | tr",
                "Prefers German over English. | de",
                "Does not speak German. | en",
                "Speaks no German. | en",
                "Prefers Polish food. | en",
                "Likes German cars. | en",
                "Lives in Rome. | en"
            })
    void aLanguage_isReadFromWhatIsLiked(String statement, String language) {
        assertThat(Languages.of(new Preferences(Map.of(), List.of(statement))).header())
                .startsWith(language + ",");
    }

    private static String read(String url, Preferences preferences) {
        return Browser.knowing("site.test")
                .call(
                        "read_web_page",
                        Map.of("url", url),
                        TestToolContext.of("ada").preferring(preferences));
    }
}
