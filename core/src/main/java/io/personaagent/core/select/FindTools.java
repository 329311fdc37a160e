package io.personaagent.core.select;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.core.tool.ToolSource;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tool that finds those which a model was not told of; what it finds is offered at the next step. Thread-safe. */
public final class FindTools implements ToolSource {

    static final String NAME = "find_tools";

    /** The tool that reads on in what was shortened; offered where something was. */
    static final String READ_ON = "read_output";

    private static final Set<String> HOUSES = Set.of(NAME, READ_ON);
    private static final int MOST_FOUND = 8;
    private static final int MOST_SAID = 160;
    private static final Pattern FOUND = Pattern.compile("(?m)^- ([a-zA-Z][a-zA-Z0-9_-]{0,63}): ");
    static final ToolSpec SPEC = ToolSpec.of(
            ToolSpecification.builder()
                    .name(NAME)
                    .description(
                            "Finds further tools by what they should do. You are told of some of the installed tools only; call this before you say that something cannot be done. What is found can be called in the next step.")
                    .parameters(JsonObjectSchema.builder()
                            .addStringProperty(
                                    "task", "what the tool should do, in a few words, such as: convert a currency")
                            .required("task")
                            .build())
                    .build(),
            Effect.READ);

    private final Offering offering;
    private final Supplier<List<ToolSpec>> installed;

    /** @param installed all tools; first asked for when the tool is called */
    public FindTools(Offering offering, Supplier<List<ToolSpec>> installed) {
        this.offering = requireNonNull(offering, "offering");
        this.installed = requireNonNull(installed, "installed");
    }

    /** Whether it is a tool of the house, which is offered when it is of use. */
    static boolean isHouses(ToolSpec spec) {
        return HOUSES.contains(spec.name());
    }

    /** The names in what the tool answered. */
    static List<String> found(String answer) {
        return FOUND.matcher(answer)
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("tools", new Provider(this::find), ToolSettings.NONE));
    }

    @Override
    public List<ToolProblem> problems() {
        return List.of();
    }

    private ToolResult find(String task) {
        List<ToolSpec> found = offering.near(installed.get(), task, MOST_FOUND);
        return ToolResult.done(
                found.isEmpty()
                        ? "No further tools are installed."
                        : found.stream().map(FindTools::line).collect(Collectors.joining("\n")));
    }

    private static String line(ToolSpec spec) {
        String said = spec.description().replaceAll("\\s+", " ").strip();
        return "- %s: %s"
                .formatted(spec.name(), said.length() <= MOST_SAID ? said : said.substring(0, MOST_SAID) + "...");
    }

    private interface Search {
        ToolResult find(String task);
    }

    private record Provider(Search search) implements ToolProvider {

        @Override
        public String name() {
            return "tools";
        }

        @Override
        public List<Tool> tools(ToolSettings settings) {
            return List.of(new Find(search));
        }
    }

    private record Find(Search search) implements Tool {

        @Override
        public ToolSpec spec() {
            return SPEC;
        }

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            return search.find(arguments.text("task"));
        }
    }
}
