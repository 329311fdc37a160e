package io.personaagent.plugins.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Permission;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WikipediaTest {

    private static final String ADA =
            """
            {"query": {"pages": [{"pageid": 974, "title": "Ada Lovelace", "fullurl": "https://wiki.test/Ada_Lovelace",
              "extract": "Augusta Ada King, Countess of Lovelace (née Byron; 1815–1852) was an English mathematician."}]}}
            """;
    private static final String MISSING = "{\"query\": {\"pages\": [{\"title\": \"Nobody\", \"missing\": true}]}}";
    private static final String FOUND =
            """
            {"query": {"search": [
              {"title": "Ada Lovelace", "snippet": "<span class=\\"searchmatch\\">Ada</span> &amp; the &quot;engine&quot;"},
              {"title": "Analytical engine", "snippet": ""}]}}
            """;
    private static final String NOTHING = "{\"batchcomplete\": true, \"query\": {\"search\": []}}";

    private final TestToolContext context = TestToolContext.of("ada");

    @Test
    void search_listsTitlesWithPlainSnippets() {
        try (WikiServer wiki = WikiServer.answering(200, question -> FOUND)) {
            assertThat(call(wiki, "search_wikipedia", Map.of("query", "Ada & engine?")))
                    .isEqualTo(ToolResult.done("- Ada Lovelace: Ada & the \"engine\"\n- Analytical engine"));
            assertThat(wiki.questions())
                    .containsExactly(
                            "action=query&format=json&formatversion=2&list=search&srlimit=5&srprop=snippet&srsearch=Ada & engine");
        }
    }

    @Test
    void search_saysWhenThereIsNothing() {
        try (WikiServer wiki = WikiServer.answering(200, question -> NOTHING)) {
            assertThat(call(wiki, "search_wikipedia", Map.of("query", "qwxyz")))
                    .isEqualTo(ToolResult.done("Wikipedia has nothing about \"qwxyz\"."));
        }
    }

    @Test
    void summary_givesTheBeginningAndTheAddress() {
        try (WikiServer wiki = WikiServer.answering(200, question -> ADA)) {
            assertThat(call(wiki, "wikipedia_summary", Map.of("topic", "Ada Lovelace")))
                    .isEqualTo(ToolResult.done(
                            "Ada Lovelace\nAugusta Ada King, Countess of Lovelace (née Byron; 1815–1852) was an English"
                                    + " mathematician.\nhttps://wiki.test/Ada_Lovelace"));
        }
    }

    @Test
    void summary_takesTheNearestWhenNoArticleHasThatTitle() {
        try (WikiServer wiki = WikiServer.answering(
                200,
                question ->
                        question.contains("list=search") ? FOUND : question.contains("titles=Ada L") ? ADA : MISSING)) {
            assertThat(call(wiki, "wikipedia_summary", Map.of("topic", "lovelace the countess")))
                    .extracting(Object::toString)
                    .asString()
                    .contains("Augusta Ada King")
                    .contains("\nOther articles: Analytical engine");
        }
    }

    @Test
    void summary_saysWhenThereIsNoArticle() {
        try (WikiServer wiki =
                WikiServer.answering(200, question -> question.contains("list=search") ? NOTHING : MISSING)) {
            assertThat(call(wiki, "wikipedia_summary", Map.of("topic", "明日の私")))
                    .isEqualTo(ToolResult.done("Wikipedia has no article about \"明日の私\"."));
            assertThat(wiki.questions()).hasSize(2).allMatch(question -> question.contains("明日の私"));
        }
    }

    @Test
    void summary_isCutAtASentence() {
        String text = "One sentence of some length stands here. ".repeat(100);

        assertThat(Snippet.beginning(text)).hasSizeBetween(1000, 1500).endsWith("here.");
        assertThat(Snippet.beginning("。".repeat(3000))).hasSize(1500);
        assertThat(Snippet.beginning("x".repeat(3000))).hasSize(1501).endsWith("…");
    }

    @Test
    void call_saysThatTheWikiCannotBeReached() {
        assertThat(call("http://127.0.0.1:1", "wikipedia_summary", Map.of("topic", "Ada")))
                .isEqualTo(
                        ToolResult.failed(
                                Fault.WORLD,
                                "wikipedia cannot be reached at http://127.0.0.1:1; check the network or the setting base_url of [plugins.wikipedia]"));
    }

    @Test
    void call_saysWhatAStatusMeans() {
        assertThat(failure(404, "nothing here"))
                .endsWith(
                        "answered with status 404; check that the setting base_url of [plugins.wikipedia] is the address of a MediaWiki");
        assertThat(failure(301, "")).contains("answered with status 301; check that the setting");
        assertThat(failure(500, "oops")).endsWith("answered with status 500; try again later");
        assertThat(failure(429, "slow down")).endsWith("answered with status 429; try again later");
    }

    @Test
    void call_saysWhenWhatAnswersIsNoMediaWiki() {
        for (String garbage : List.of("<html>hello</html>", "[1]", "", "{", "[".repeat(100_000))) {
            assertThat(failure(200, garbage))
                    .endsWith("is not the API of a MediaWiki; check the setting base_url of [plugins.wikipedia]");
        }
    }

    @Test
    void call_passesTheWikisOwnErrorOn() {
        assertThat(failure(
                        200,
                        "{\"error\": {\"code\": \"ratelimited\", \"info\": \"You've exceeded your rate limit.\"}}"))
                .endsWith("answered an error: You've exceeded your rate limit.");
    }

    @Test
    void call_hangsUpOnAnAnswerThatIsTooLarge() {
        assertThat(failure(200, "{\"x\": \"" + "x".repeat(1024 * 1024) + "\"}"))
                .endsWith("answered more than 1 MiB; ask for something narrower");
    }

    @Test
    void call_survivesAnAnswerOfAnotherShape() {
        try (WikiServer wiki = WikiServer.answering(
                200, question -> "{\"query\": {\"search\": {\"a\": 1}, \"pages\": [1, {\"title\": 2}]}}")) {
            assertThat(call(wiki, "wikipedia_summary", Map.of("topic", "Ada")))
                    .isEqualTo(ToolResult.done("Wikipedia has no article about \"Ada\"."));
        }
    }

    @Test
    void call_followsTheDeadline() {
        try (WikiServer wiki = WikiServer.silent()) {
            assertThat(tool(wiki.address(), "wikipedia_summary")
                            .call(Arguments.of(Map.of("topic", "Ada")), context.within(Duration.ofMillis(200))))
                    .isEqualTo(ToolResult.failed(
                            Fault.WORLD,
                            "wikipedia at %s did not answer in time; try again, or check the network"
                                    .formatted(wiki.address())));
            assertThat(tool(wiki.address(), "search_wikipedia")
                            .call(Arguments.of(Map.of("query", "Ada")), context.within(Duration.ZERO)))
                    .isInstanceOf(ToolResult.Failed.class);
        }
    }

    @Test
    void call_refusesATopicThatIsNone() {
        assertThatThrownBy(() -> call("http://127.0.0.1:1", "wikipedia_summary", Map.of("topic", " | ")))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("argument 'topic' is empty; expected a topic, such as Ada Lovelace");
    }

    @Test
    void tools_declareTheHostOfTheirSettings() {
        assertThat(tool("https://wiki.example.org/", "search_wikipedia").spec().permissions())
                .containsExactly(Permission.parse("network:wiki.example.org"));
        assertThat(new WikipediaProvider().tools(new ToolSettings(Map.of("language", "de"))))
                .allSatisfy(tool -> {
                    assertThat(tool.spec().permissions()).containsExactly(Permission.parse("network:de.wikipedia.org"));
                    assertThat(tool.spec().effect()).isEqualTo(Effect.READ);
                });
        assertThat(new WikipediaProvider().tools(ToolSettings.NONE))
                .allSatisfy(tool -> assertThat(tool.spec().permissions())
                        .containsExactly(Permission.parse("network:*.wikipedia.org")));
        assertThat(Site.of(ToolSettings.NONE)).hasToString("Site[base=https://{language}.wikipedia.org]");
    }

    /** The same request of three people goes to three wikis. */
    @Test
    void call_sameRequest_anotherPerson_anotherLanguage() {
        try (WikiServer wiki = WikiServer.answering(200, question -> ADA)) {
            Tool tool = tool(wiki.address() + "/{language}", "wikipedia_summary");
            for (String statement : List.of(
                    "Reads German articles, not English ones.", "Wants answers in Japanese.", "Likes German beer.")) {
                tool.call(
                        Arguments.of(Map.of("topic", "Ada Lovelace")),
                        context.preferring(new Preferences(Map.of(), List.of(statement))));
            }
            assertThat(wiki.paths()).containsExactly("/de/w/api.php", "/ja/w/api.php", "/en/w/api.php");
        }
    }

    @Test
    void readBy_leavesAWikiOfOneLanguageAsItIs() {
        Preferences german = new Preferences(Map.of("language", "de"), List.of());

        assertThat(Site.of(ToolSettings.NONE).readBy(german).base()).isEqualTo("https://de.wikipedia.org");
        assertThat(Site.of(new ToolSettings(Map.of("language", "fr")))
                        .readBy(german)
                        .base())
                .isEqualTo("https://fr.wikipedia.org");
    }

    @Test
    void tools_refuseUnusableSettings() {
        assertThatThrownBy(() -> tool("ftp://wiki", "search_wikipedia"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "base_url is 'ftp://wiki'; expected the address of a MediaWiki without /w/api.php, such as https://en.wikipedia.org");
        assertThatThrownBy(() -> new WikipediaProvider().tools(new ToolSettings(Map.of("language", "en.evil.test/"))))
                .hasMessage(
                        "language is 'en.evil.test/'; expected the code of a Wikipedia's language, such as en, de or zh");
        assertThatThrownBy(() -> new WikipediaProvider()
                        .tools(new ToolSettings(Map.of("language", "de", "base_url", "https://en.wikipedia.org"))))
                .hasMessage("base_url and language are both set; keep the one that you mean");
    }

    private String failure(int status, String body) {
        try (WikiServer wiki = WikiServer.answering(status, question -> body)) {
            return call(wiki, "search_wikipedia", Map.of("query", "Ada"))
                    .fold(done -> "done: " + done.text(), failed -> failed.fault() + " " + failed.message());
        }
    }

    private ToolResult call(WikiServer wiki, String tool, Map<String, String> arguments) {
        return call(wiki.address(), tool, arguments);
    }

    private ToolResult call(String address, String tool, Map<String, String> arguments) {
        return tool(address, tool).call(Arguments.of(arguments), context);
    }

    private static Tool tool(String address, String name) {
        return new WikipediaProvider()
                .tools(new ToolSettings(Map.of("base_url", address))).stream()
                        .filter(tool -> tool.spec().name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
