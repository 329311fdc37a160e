package io.personaagent.plugins.wikipedia;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.personaagent.tools.Deadline;
import io.personaagent.tools.ToolContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and reads articles. What the wiki leaves out or answers in another shape counts as not there. */
final class Articles {

    private static final int MOST_FOUND = 5;

    private final MediaWiki wiki;

    private Articles(MediaWiki wiki) {
        this.wiki = wiki;
    }

    /** Those in the language that the person reads. */
    static Articles of(Site site, ToolContext context) {
        return new Articles(new MediaWiki(site.readBy(context.preferences())));
    }

    /** An article among those that were found, with the words around what was sought. */
    record Found(String title, String snippet) {}

    /** The beginning of an article. */
    record Article(String title, String text, String address, boolean severalMeanings) {}

    List<Found> search(String query, Deadline deadline) throws WikiException {
        JsonObject answer = wiki.ask(
                Map.of(
                        "list",
                        "search",
                        "srsearch",
                        query,
                        "srlimit",
                        Integer.toString(MOST_FOUND),
                        "srprop",
                        "snippet"),
                deadline);
        return objects(answer, "search").stream()
                .map(found -> new Found(text(found, "title"), Snippet.plain(text(found, "snippet"))))
                .filter(found -> !found.title().isEmpty())
                .toList();
    }

    Optional<Article> article(String title, Deadline deadline) throws WikiException {
        JsonObject answer = wiki.ask(
                Map.of(
                        "prop", "extracts|info|pageprops",
                        "exintro", "1",
                        "explaintext", "1",
                        "inprop", "url",
                        "ppprop", "disambiguation",
                        "redirects", "1",
                        "titles", title),
                deadline);
        return objects(answer, "pages").stream()
                .filter(page -> !text(page, "extract").isBlank())
                .map(page -> new Article(
                        text(page, "title"),
                        text(page, "extract").strip(),
                        text(page, "fullurl"),
                        page.get("pageprops") != null))
                .findFirst();
    }

    private static List<JsonObject> objects(JsonObject answer, String name) {
        JsonElement several = answer.get(name);
        return several == null || !several.isJsonArray()
                ? List.of()
                : several.getAsJsonArray().asList().stream()
                        .filter(JsonElement::isJsonObject)
                        .map(JsonElement::getAsJsonObject)
                        .toList();
    }

    /** Empty where there is none. */
    static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isString()
                ? value.getAsString()
                : "";
    }
}
