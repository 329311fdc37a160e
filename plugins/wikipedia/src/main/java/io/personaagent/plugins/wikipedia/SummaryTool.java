package io.personaagent.plugins.wikipedia;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.plugins.wikipedia.Articles.Article;
import io.personaagent.plugins.wikipedia.Articles.Found;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Deadline;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an article says in its first paragraphs. */
final class SummaryTool implements Tool {

    private static final ToolSpecification FUNCTION = ToolSpecification.builder()
            .name("wikipedia_summary")
            .description("Gives the beginning of the Wikipedia article about a topic, with its address.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("topic", "what the article is about, such as: Ada Lovelace")
                    .required("topic")
                    .build())
            .build();

    private final ToolSpec spec;
    private final Site site;

    SummaryTool(Site site) {
        this.site = site;
        spec = ToolSpec.of(
                        FUNCTION,
                        Effect.READ,
                        "look up {topic} on wikipedia",
                        "look {topic} up in wikipedia",
                        "what does wikipedia say about {topic}",
                        "who was {topic} according to wikipedia",
                        "wikipedia summary of {topic}",
                        "summarize the wikipedia article about {topic}",
                        "tell me about {topic} from wikipedia")
                .needing(site.permission());
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        String topic = Topic.of(arguments, "topic");
        Articles articles = Articles.of(site, context);
        try {
            Optional<Article> article = articles.article(topic, context.deadline());
            return ToolResult.done(
                    article.isPresent() ? told(article.get()) : nearest(topic, articles, context.deadline()));
        } catch (WikiException away) {
            return ToolResult.failed(Fault.WORLD, String.valueOf(away.getMessage()));
        }
    }

    /** No article has that very title; the first that the search finds is what people mostly mean. */
    private static String nearest(String topic, Articles articles, Deadline deadline) throws WikiException {
        List<Found> found = articles.search(topic, deadline);
        if (found.isEmpty()) {
            return "Wikipedia has no article about \"%s\".".formatted(topic);
        }
        Optional<Article> article = articles.article(found.get(0).title(), deadline);
        String others = found.stream().skip(1).map(Found::title).collect(Collectors.joining(", "));
        return article.map(SummaryTool::told)
                        .orElse("Wikipedia has an article \"%s\"."
                                .formatted(found.get(0).title()))
                + (others.isEmpty() ? "" : "\nOther articles: " + others);
    }

    private static String told(Article article) {
        String meanings = article.severalMeanings() ? " (this title has several meanings)" : "";
        String address = article.address().isEmpty() ? "" : "\n" + article.address();
        return article.title() + meanings + "\n" + Snippet.beginning(article.text()) + address;
    }
}
