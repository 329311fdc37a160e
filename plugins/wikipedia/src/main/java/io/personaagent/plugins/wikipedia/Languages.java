package io.personaagent.plugins.wikipedia;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.Preferred;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which language the person reads. */
final class Languages {

    /** "German" alone may be a breakfast or a dog. */
    private static final List<String> FORMS = List.of(
            "in %s",
            "reads %s", "%s articles", "%s wikipedia", "%s texts", "native %s", "%s speaker", "language is %s");

    private static final Map<String, List<String>> WORDS = Stream.of(
                    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
                    "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh")
            .collect(Collectors.toMap(Function.identity(), Languages::words));

    private Languages() {}

    /** The code of the language; empty where nothing says it. */
    static Optional<String> of(Preferences preferences) {
        return preferences.among("language", WORDS).map(Preferred::value);
    }

    private static List<String> words(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return FORMS.stream().map(form -> form.formatted(name)).toList();
    }
}
