package io.personaagent.core.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.contract.StubModelServer.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that knows nothing but its habits: it reads the statements in the system prompt, fills an argument from each that it has a habit
 * for, says which one it was, and answers when it has results. What it is not told it cannot do.
 */
public final class GoingByStatements implements Function<Received, StubReply> {

    private static final Pattern STATEMENT = Pattern.compile("(?m)^- \\[(\\w+)] (.*)$");

    private final ObjectMapper json = new ObjectMapper();
    private final List<Habit> habits;

    public GoingByStatements(List<Habit> habits) {
        this.habits = List.copyOf(habits);
    }

    /**
     * What a sentence of the persona makes it do.
     *
     * @param sentence which one; its first group goes into the argument
     * @param argument the argument that it decides
     * @param value what the argument is, with {@code {}} for the group
     * @param others the rest of the arguments, the same for everybody
     */
    public record Habit(Pattern sentence, String tool, String argument, String value, Map<String, Object> others) {}

    @Override
    public StubReply apply(Received request) {
        JsonNode messages = read(request.body()).path("messages");
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("tool")) {
                return StubReply.text("It is done [t1], as you like it [s1].");
            }
        }
        return StubReply.calls(calls(messages.path(0).path("content").asText()).toArray(StubReply.Call[]::new));
    }

    private List<StubReply.Call> calls(String system) {
        List<StubReply.Call> calls = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(system);
        while (statement.find()) {
            for (Habit habit : habits) {
                Matcher sentence = habit.sentence().matcher(statement.group(2));
                if (sentence.find()) {
                    calls.add(call("c" + calls.size(), habit, statement.group(1), sentence.group(1)));
                }
            }
        }
        return calls;
    }

    private StubReply.Call call(String id, Habit habit, String statement, String found) {
        ObjectNode arguments = json.valueToTree(habit.others());
        arguments.put(habit.argument(), habit.value().replace("{}", found));
        arguments.put("_because", habit.argument() + "=" + statement);
        return new StubReply.Call(id, habit.tool(), arguments.toString());
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
