package io.personaagent.plugins.web;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;

/** What a page says. */
final class PageTool implements Tool {

    private static final int MOST_CHARACTERS = 16_000;
    private static final ToolSpecification FUNCTION = ToolSpecification.builder()
            .name("read_web_page")
            .description(
                    "Reads a page of the web as plain text, without menus and advertisements, a part at a time where it is long.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("url", "the address of the page, such as: https://example.org/news")
                    .addIntegerProperty("offset", "at which character to begin, such as 16000; 0 when left out")
                    .required("url")
                    .build())
            .build();

    private final ToolSpec spec;
    private final PageReader reader;

    PageTool(WebSettings settings, PageReader reader) {
        this.reader = reader;
        spec = settings.spec(
                FUNCTION,
                "read the page {url}",
                "get the text of {url}",
                "open the website {url}",
                "read the web page {url}",
                "read the website {url}",
                "open the page {url}",
                "fetch {url}",
                "what does the page {url} say",
                "what is on the website {url}");
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        Target target = Target.of(arguments, "url");
        int offset = arguments.optionalInteger("offset").orElse(0);
        Languages.Wish language = Languages.of(context.preferences());
        try {
            return ToolResult.done(told(reader.read(target, language.header(), context.deadline()), offset, language));
        } catch (WebException unread) {
            return unread.result();
        }
    }

    private static String told(Page page, int offset, Languages.Wish language) {
        String text = page.text();
        if (offset < 0 || (offset > 0 && offset >= text.length())) {
            throw new BadArgumentException("argument 'offset' is %d; the page has %d characters, the first is 0"
                    .formatted(offset, text.length()));
        }
        String head = (page.title().isEmpty() ? "" : page.title() + "\n") + page.address() + because(language);
        if (text.isEmpty()) {
            return head + "\n\n(no text; perhaps the page is made by a program in the browser)";
        }
        int begin = offset > 0 && Character.isLowSurrogate(text.charAt(offset)) ? offset + 1 : offset;
        int end = Math.min(text.length(), begin + MOST_CHARACTERS);
        end -= end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return head + "\n\n" + text.substring(begin, end) + rest(page, begin, end);
    }

    private static String because(Languages.Wish language) {
        return language.because().isEmpty()
                ? ""
                : "\n(asked for in %s because of %s)"
                        .formatted(language.header().replaceFirst(",.*", ""), language.because());
    }

    private static String rest(Page page, int begin, int end) {
        String part = end == page.text().length()
                ? ""
                : "\n(characters %d to %d of %d; the next part begins at offset %d)"
                        .formatted(begin, end - 1, page.text().length(), end);
        return page.cut() ? part + "\n(the page is longer than 2 MiB; the rest was not read)" : part;
    }
}
