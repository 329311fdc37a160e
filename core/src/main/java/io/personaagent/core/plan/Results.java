package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Situation;
import io.personaagent.memory.text.Fence;
import io.personaagent.tools.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a model is told of the calls of a turn and what came of them, each in a fence and with its id. Thread-safe. */
final class Results {

    /** Of a result that is shortened. */
    private static final Excerpt OUTPUT = new Excerpt(1_000, 500);

    /** Of a call that is hardly told any more. */
    private static final Excerpt STEP = new Excerpt(80, 0);

    private final CallJson json;

    Results(CallJson json) {
        this.json = json;
    }

    /** For each step a message with the calls, and one for each result. */
    List<ChatMessage> messages(Situation situation, Shortening shortening) {
        List<ChatMessage> messages = new ArrayList<>();
        int number = 1;
        for (List<Observation> round : situation.rounds()) {
            List<ToolExecutionRequest> requests = new ArrayList<>();
            List<ChatMessage> results = new ArrayList<>();
            for (Observation each : round) {
                requests.add(request(each, number <= shortening.steps()));
                results.add(result(each, number, shortening));
                number++;
            }
            messages.add(AiMessage.from(requests));
            messages.addAll(results);
        }
        return messages;
    }

    private ToolExecutionRequest request(Observation observation, boolean brief) {
        Arguments arguments = observation.call().arguments();
        return ToolExecutionRequest.builder()
                .id(observation.call().id())
                .name(observation.call().tool())
                .arguments(json.text(brief ? brief(arguments) : arguments))
                .build();
    }

    private static Arguments brief(Arguments arguments) {
        Map<String, Object> brief = new LinkedHashMap<>(arguments.asMap());
        brief.replaceAll((name, value) -> value instanceof String text ? STEP.of(text, "this") : value);
        return Arguments.of(brief);
    }

    private static ChatMessage result(Observation observation, int number, Shortening shortening) {
        String id = Sources.result(number);
        ToolExecutionResultMessage.Builder message = ToolExecutionResultMessage.builder()
                .id(observation.call().id())
                .toolName(observation.call().tool());
        return observation
                .result()
                .fold(
                        done -> message.text("[%s]\n%s".formatted(id, fenced(done.text(), number, shortening)))
                                .build(),
                        failed -> message.text("[%s] It did not work (%s): %s"
                                        .formatted(
                                                id,
                                                failed.fault().name().toLowerCase(Locale.ROOT),
                                                fenced(failed.message(), number, shortening)))
                                .isError(true)
                                .build());
    }

    private static String fenced(String text, int number, Shortening shortening) {
        String id = "[%s]".formatted(Sources.result(number));
        if (number <= shortening.steps()) {
            return Fence.around(STEP.of(text, id));
        }
        return Fence.around(number <= shortening.outputs() ? OUTPUT.of(text, id) : text);
    }
}
