package io.personaagent.plugins.wikipedia;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.stream.Collectors;

/** Which articles there are about something. */
final class SearchTool implements Tool {

    private static final ToolSpecification FUNCTION = ToolSpecification.builder()
            .name("search_wikipedia")
            .description("Searches Wikipedia and lists the titles of the articles that fit best, with a line of each.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("query", "what to search for, such as: inventor of the telephone")
                    .required("query")
                    .build())
            .build();

    private final ToolSpec spec;
    private final Site site;

    SearchTool(Site site) {
        this.site = site;
        spec = ToolSpec.of(
                        FUNCTION,
                        Effect.READ,
                        "search wikipedia for {query}",
                        "search for {query} on wikipedia",
                        "find wikipedia articles about {query}",
                        "which wikipedia articles are there about {query}",
                        "what can I read on wikipedia about {query}")
                .needing(site.permission());
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        String query = Topic.of(arguments, "query");
        try {
            List<Articles.Found> found = Articles.of(site, context).search(query, context.deadline());
            return ToolResult.done(
                    found.isEmpty()
                            ? "Wikipedia has nothing about \"%s\".".formatted(query)
                            : found.stream().map(SearchTool::line).collect(Collectors.joining("\n")));
        } catch (WikiException away) {
            return ToolResult.failed(Fault.WORLD, String.valueOf(away.getMessage()));
        }
    }

    private static String line(Articles.Found found) {
        return found.snippet().isEmpty() ? "- " + found.title() : "- %s: %s".formatted(found.title(), found.snippet());
    }
}
