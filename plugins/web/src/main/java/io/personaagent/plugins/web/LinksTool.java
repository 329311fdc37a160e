package io.personaagent.plugins.web;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a page leads. */
final class LinksTool implements Tool {

    private static final int MOST_SHOWN = 50;
    private static final ToolSpecification FUNCTION = ToolSpecification.builder()
            .name("list_web_links")
            .description(
                    "Lists the links of a page of the web with their addresses, all of them or those that hold certain words.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("url", "the address of the page, such as: https://example.org/news")
                    .addStringProperty("words", "words that the link or its address holds, such as: opening hours")
                    .required("url")
                    .build())
            .build();

    private final ToolSpec spec;
    private final PageReader reader;

    LinksTool(WebSettings settings, PageReader reader) {
        this.reader = reader;
        spec = settings.spec(
                FUNCTION,
                "list the links on {url}",
                "what does {url} link to",
                "which links are on the page {url}",
                "show me the links of the website {url}",
                "find links about {words} on {url}",
                "where does the page {url} link to");
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        Target target = Target.of(arguments, "url");
        List<String> words = Stream.of(arguments
                        .optionalText("words")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        try {
            Page page = reader.read(target, Languages.of(context.preferences()).header(), context.deadline());
            return ToolResult.done(told(page, words));
        } catch (WebException unread) {
            return unread.result();
        }
    }

    private static String told(Page page, List<String> words) {
        List<Page.Link> found = page.links().stream()
                .filter(link -> words.stream()
                        .allMatch((link.text() + " " + link.address()).toLowerCase(Locale.ROOT)::contains))
                .toList();
        if (found.isEmpty()) {
            return words.isEmpty()
                    ? "%s has no links.".formatted(page.address())
                    : "None of the %d links of %s holds \"%s\"."
                            .formatted(page.links().size(), page.address(), String.join(" ", words));
        }
        String lines = found.stream()
                .limit(MOST_SHOWN)
                .map(link -> "- %s: %s".formatted(link.text(), Clean.line(link.address(), 500)))
                .collect(Collectors.joining("\n"));
        return found.size() <= MOST_SHOWN ? lines : lines + "\n(and %d more)".formatted(found.size() - MOST_SHOWN);
    }
}
