package io.personaagent.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds calls that a model printed as text because it knows no better. Only tools that were offered count: text that merely speaks of
 * JSON is an answer.
 */
final class TextCalls {

    private static final Pattern TAGGED = Pattern.compile("(?s)<tool_call>(.*?)(?:</tool_call>|\\z)");
    private static final Pattern FENCED =
            Pattern.compile("(?s)```(?:json|tool_call|tool_code)?\\s*\\n?([{\\[].*?)```\\s*\\z");
    private static final Pattern ACTION =
            Pattern.compile("(?s)(?:\\A|\\n)\\s*Action:\\s*([^\\s]+)\\s*\\n\\s*Action Input:\\s*(.*)");
    private static final Pattern OBSERVATION = Pattern.compile("(?s)\\n\\s*Observation:.*");
    private static final List<String> NAMES = List.of("name", "tool", "function");
    private static final List<String> ARGUMENTS = List.of("arguments", "parameters", "args");

    private final CallJson json;
    private final Set<String> offered;

    TextCalls(CallJson json, Set<String> offered) {
        this.json = json;
        this.offered = Set.copyOf(offered);
    }

    /** The calls in the order in which they stand there; empty when the text is an answer. */
    List<ToolExecutionRequest> in(String text) {
        List<ToolExecutionRequest> tagged = new ArrayList<>();
        Matcher tags = TAGGED.matcher(text);
        while (tags.find()) {
            tagged.addAll(calls(tags.group(1)));
        }
        if (!tagged.isEmpty()) {
            return tagged;
        }
        return Stream.of(calls(text), fenced(text), action(text))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<ToolExecutionRequest> fenced(String text) {
        Matcher fence = FENCED.matcher(text);
        return fence.find() ? calls(fence.group(1)) : List.of();
    }

    private List<ToolExecutionRequest> action(String text) {
        Matcher action = ACTION.matcher(text);
        if (!action.find() || !offered.contains(action.group(1))) {
            return List.of();
        }
        String input = OBSERVATION.matcher(action.group(2)).replaceFirst("").strip();
        return List.of(request(action.group(1), input));
    }

    /** The calls that a whole text is: one object or a list of them. */
    private List<ToolExecutionRequest> calls(String text) {
        String bare = text.strip();
        boolean closed = (bare.startsWith("{") && bare.endsWith("}")) || (bare.startsWith("[") && bare.endsWith("]"));
        return closed ? json.find(bare).map(this::calls).orElse(List.of()) : List.of();
    }

    private List<ToolExecutionRequest> calls(JsonNode tree) {
        if (!tree.isArray()) {
            return call(tree).stream().toList();
        }
        List<Optional<ToolExecutionRequest>> each =
                StreamSupport.stream(tree.spliterator(), false).map(this::call).toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private Optional<ToolExecutionRequest> call(JsonNode tree) {
        if (tree.path("function").isObject()) {
            return call(tree.path("function"));
        }
        Optional<String> name = NAMES.stream()
                .map(tree::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(offered::contains)
                .findFirst();
        Optional<JsonNode> arguments =
                ARGUMENTS.stream().filter(tree::has).map(tree::path).findFirst();
        return name.flatMap(tool ->
                arguments.map(given -> request(tool, given.isTextual() ? given.textValue() : given.toString())));
    }

    private static ToolExecutionRequest request(String tool, String arguments) {
        return ToolExecutionRequest.builder().name(tool).arguments(arguments).build();
    }
}
