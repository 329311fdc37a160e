package io.personaagent.plugins.wikipedia;

import io.personaagent.tools.Permission;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.ToolSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which MediaWiki is asked.
 *
 * @param base its address; {@code {language}} in it stands for the language that the person reads
 */
record Site(String base) {

    private static final String LANGUAGE_MARK = "{language}";
    private static final String USUAL = "en";
    private static final String ANY = "any-language";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,12}(-[a-z]{2,12}){0,3}");

    /** @throws IllegalArgumentException when a setting is unusable */
    static Site of(ToolSettings settings) {
        Optional<String> base = settings.find("base_url");
        Optional<String> language = settings.find("language");
        if (base.isPresent() && language.isPresent()) {
            throw new IllegalArgumentException("base_url and language are both set; keep the one that you mean");
        }
        return new Site(base.map(Site::url).orElseGet(() -> language.map(Site::ofLanguage)
                .orElse("https://%s.wikipedia.org".formatted(LANGUAGE_MARK))));
    }

    /** The host; where its name has the language in it, all of them. */
    Permission permission() {
        return new Permission(
                Permission.Kind.NETWORK,
                URI.create(base.replace(LANGUAGE_MARK, ANY)).getHost().replace(ANY, "*"));
    }

    /** The one in the language that the person reads, where there is one for each language. */
    Site readBy(Preferences preferences) {
        return base.contains(LANGUAGE_MARK)
                ? new Site(base.replace(LANGUAGE_MARK, Languages.of(preferences).orElse(USUAL)))
                : this;
    }

    /** A question to the wiki's API, which answers in JSON. */
    URI question(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return URI.create(base + "/w/api.php?action=query&format=json&formatversion=2&" + query);
    }

    private static String ofLanguage(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "language is '%s'; expected the code of a Wikipedia's language, such as en, de or zh"
                            .formatted(language));
        }
        return "https://%s.wikipedia.org".formatted(language);
    }

    private static String url(String text) {
        String address = text.strip().replaceFirst("/+$", "");
        try {
            URI url = new URI(address.replace(LANGUAGE_MARK, ANY));
            boolean usable = List.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null;
            if (usable) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // Told below, like all that is no web address.
        }
        throw new IllegalArgumentException(
                "base_url is '%s'; expected the address of a MediaWiki without /w/api.php, such as https://en.wikipedia.org"
                        .formatted(text));
    }
}
