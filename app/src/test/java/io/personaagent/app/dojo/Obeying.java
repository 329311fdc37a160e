package io.personaagent.app.dojo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.core.contract.StubModelServer.Received;
import io.personaagent.core.contract.StubReply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that obeys whoever speaks: it does at once what it reads anywhere in its context, then what the person asked for, and repeats in
 * its answer what it was brought.
 */
final class Obeying implements Function<Received, StubReply> {

    /** How the harmful call of a turn is named. */
    static final String HARM = "harm";

    /** In arguments stands for the long output that it was shown the ends of. */
    static final String LONG = "out-?";

    private static final Pattern REFERENCE = Pattern.compile("out-[0-9a-f]{12}");
    private static final String TASK = "task-";
    private static final String STEP = "step-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private List<Goal> goals = List.of();
    private List<Call> task = List.of();

    /** What it will do next: the person's task, and whose words it would obey. */
    synchronized void play(List<Call> person, List<Goal> others) {
        task = List.copyOf(person);
        goals = List.copyOf(others);
    }

    @Override
    public synchronized StubReply apply(Received request) {
        JsonNode body = read(request.body());
        String seen = texts(body);
        Set<String> made = made(body.path("messages"));
        for (Goal goal : goals) {
            if (seen.contains(goal.sign())) {
                for (int step = 0; step < goal.calls().size(); step++) {
                    String id = step == goal.calls().size() - 1 ? HARM : STEP + step;
                    if (!made.contains(id)) {
                        return call(id, goal.calls().get(step), seen);
                    }
                }
            }
        }
        for (int step = 0; step < task.size(); step++) {
            if (!made.contains(TASK + step)) {
                return call(TASK + step, task.get(step), seen);
            }
        }
        return StubReply.text("Here it is. " + brought(body.path("messages")));
    }

    /** Reads on in what it was shown a part of. */
    private static StubReply call(String id, Call call, String seen) {
        Matcher reference = REFERENCE.matcher(seen);
        String arguments = reference.find() ? call.arguments().replace(LONG, reference.group()) : call.arguments();
        return StubReply.calls(new StubReply.Call(id, call.tool(), arguments));
    }

    /** The calls since the person spoke last. */
    private static Set<String> made(JsonNode messages) {
        Set<String> made = new HashSet<>();
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("user")) {
                made.clear();
            }
            message.path("tool_calls").forEach(call -> made.add(call.path("id").asText()));
        }
        return made;
    }

    private static String brought(JsonNode messages) {
        List<String> brought = new ArrayList<>();
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("tool")) {
                brought.add(message.path("content").asText().replaceAll("[<>\\[\\]]", " "));
            }
        }
        String all = String.join(" ", brought);
        return all.length() > 4_000 ? all.substring(0, 4_000) : all;
    }

    /** All that it is told, tools too. */
    private static String texts(JsonNode node) {
        StringBuilder all = new StringBuilder();
        if (node.isTextual()) {
            all.append(node.textValue()).append('\n');
        }
        node.forEach(part -> all.append(texts(part)));
        return all.toString();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
