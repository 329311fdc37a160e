package io.personaagent.plugins.web;

import io.personaagent.tools.Preferences;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which language the person would rather read, from their preferences; a sentence of the persona counts before a settled one. */
final class Languages {

    private static final Map<String, String> BY_NAME = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> code.length() == 2)
            .collect(Collectors.toMap(
                    code -> Locale.forLanguageTag(code)
                            .getDisplayLanguage(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    code -> Locale.forLanguageTag(code).getLanguage(),
                    (first, second) -> first));
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    private static final String NAME = "(%s)"
            .formatted(BY_NAME.keySet().stream()
                    .filter(name -> name.matches("[a-z]+"))
                    .sorted()
                    .collect(Collectors.joining("|")));
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:prefers?|reads?|speaks?|understands?|writes?|likes?|wants?|answers?|native|language is|tongue is)\\b[^.;]{0,40}?\\b"
                    + NAME
                    + "(?=[.,;!)]|$| over | to | and | or | when| pages| texts| articles| sources| sites| websites| speaker| answers| versions)");
    private static final Pattern AGAINST =
            Pattern.compile("\\b(not|never|no|hardly|avoids?|dislikes?|hates?)\\b|n't\\b");

    private Languages() {}

    /**
     * The header, and why it says so.
     *
     * @param header such as {@code de, en;q=0.5, *;q=0.1}
     * @param because empty when nothing that the person prefers caused it
     */
    record Wish(String header, String because) {}

    static Wish of(Preferences preferences) {
        return preferences.statements().stream()
                .flatMap(statement -> in(statement).stream())
                .findFirst()
                .or(() -> preferences
                        .find("language")
                        .flatMap(Languages::tag)
                        .map(tag -> new Wish(header(tag), "the preference language")))
                .orElseGet(() -> new Wish("en, *;q=0.1", ""));
    }

    private static Optional<Wish> in(String statement) {
        Matcher matcher = SAID.matcher(statement.toLowerCase(Locale.ROOT));
        if (!matcher.find() || AGAINST.matcher(matcher.group()).find() || before(statement, matcher)) {
            return Optional.empty();
        }
        return tag(matcher.group(1)).map(tag -> new Wish(header(tag), "\"%s\"".formatted(statement)));
    }

    private static boolean before(String statement, Matcher matcher) {
        return AGAINST.matcher(statement.toLowerCase(Locale.ROOT).substring(0, matcher.start()))
                .find();
    }

    /** "German" and "de-CH" alike. */
    private static Optional<String> tag(String language) {
        String named = BY_NAME.get(language.strip().toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        return TAG.matcher(language.strip()).matches()
                ? Optional.of(Locale.forLanguageTag(language.strip()).toLanguageTag())
                : Optional.empty();
    }

    private static String header(String tag) {
        String language = tag.replaceFirst("-.*", "");
        String first = tag.equals(language) ? tag : "%s, %s;q=0.9".formatted(tag, language);
        return language.equals("en") ? first + ", *;q=0.1" : first + ", en;q=0.5, *;q=0.1";
    }
}
