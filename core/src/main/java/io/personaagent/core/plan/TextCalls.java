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
    private static final Pattern ACTION =
            Pattern.compile("(?m)^[ \\t]*Action:[ \\t]*(\\S+)[ \\t]*\\R\\s*Action Input:");
    private static final Pattern OBSERVATION = Pattern.compile("(?m)^[ \\t]*Observation:");
    private static final Pattern LANGUAGE = Pattern.compile("\\A[a-z_]*\\s");
    private static final String FENCE = "```";
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

    /** The last fenced block, when nothing follows it: what comes after an example is talk about it. */
    private List<ToolExecutionRequest> fenced(String text) {
        String bare = text.strip();
        int end = bare.length() - FENCE.length();
        int start = bare.endsWith(FENCE) ? bare.lastIndexOf(FENCE, end - 1) : -1;
        return start < 0
                ? List.of()
                : calls(LANGUAGE.matcher(bare.substring(start + FENCE.length(), end))
                        .replaceFirst(""));
    }

    private List<ToolExecutionRequest> action(String text) {
        Matcher action = ACTION.matcher(text);
        if (!action.find() || !offered.contains(action.group(1))) {
            return List.of();
        }
        Matcher observation = OBSERVATION.matcher(text);
        int end = observation.find(action.end()) ? observation.start() : text.length();
        return List.of(
                request(action.group(1), text.substring(action.end(), end).strip()));
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
