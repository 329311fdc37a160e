package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.json.UnreadableException;
import io.personaagent.memory.text.Fence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a step of the calls that a model asked for; all of them or, when one cannot be used, none. Thread-safe. */
final class CallReader {

    /** The most calls of one step. */
    static final int MAX_CALLS = 16;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");
    private static final int LONGEST_EXCERPT = 200;

    private final CallJson json;

    CallReader(CallJson json) {
        this.json = json;
    }

    /** @param sources what the model can name as what decided an argument */
    Reading read(List<ToolExecutionRequest> requests, Situation situation, Sources sources) {
        if (requests.size() > MAX_CALLS) {
            String problem = "asked for %,d calls at once; %d are allowed".formatted(requests.size(), MAX_CALLS);
            return unusable(problem, situation, requests.subList(0, 1), List.of("You " + problem + "."));
        }
        List<ToolCall> calls = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> ids = usedIds(situation);
        for (ToolExecutionRequest request : requests) {
            String id = freshId(request.id(), ids, situation.rounds().size() + 1);
            String problem = read(request, id, call -> calls.add(reasoned(call, situation, sources)));
            problems.add(problem.isEmpty() ? "Not made, because another call could not be read." : problem);
        }
        if (calls.size() < requests.size()) {
            return unusable("asked for a call that cannot be read", situation, requests, problems);
        }
        Optional<ToolCall> repeated = Repeats.of(situation.observations(), calls);
        return repeated.isPresent()
                ? repetition(repeated.get(), situation, requests)
                : new Reading.Use(new Step.UseTools(calls, Influence.of(situation)));
    }

    /** The call as the tool gets it, and why. */
    private static ToolCall reasoned(ToolCall call, Situation situation, Sources sources) {
        boolean own =
                situation.tools().stream().anyMatch(spec -> spec.name().equals(call.tool()) && Reasons.isOwn(spec));
        return own || !call.arguments().has(Reasons.ARGUMENT)
                ? call
                : new ToolCall(
                        call.id(),
                        call.tool(),
                        Reasons.without(call.arguments()),
                        Reasons.read(call.arguments(), sources));
    }

    private String read(ToolExecutionRequest request, String id, Consumer<ToolCall> calls) {
        String name = name(request);
        if (!NAME.matcher(name).matches()) {
            return "There is no tool of that name.";
        }
        String written = request.arguments() == null ? "" : request.arguments();
        try {
            calls.accept(new ToolCall(id, name, json.arguments(written)));
            return "";
        } catch (UnreadableException broken) {
            return "The arguments cannot be read: %s. You wrote: %s"
                    .formatted(broken.getMessage(), Fence.around(excerpt(written)));
        }
    }

    private Reading repetition(ToolCall call, Situation situation, List<ToolExecutionRequest> requests) {
        String advice =
                "This call was made %d times in this turn, with the same arguments. It is not made again; answer with what you have."
                        .formatted(Repeats.ALLOWED);
        return unusable(
                "asks for the same call again and again (%s)".formatted(call.tool()),
                situation,
                requests,
                requests.stream().map(request -> advice).toList());
    }

    /** The model sees its calls again with what was wrong; arguments that are no JSON are left out, since some servers choke on them. */
    private Reading unusable(
            String problem, Situation situation, List<ToolExecutionRequest> requests, List<String> complaints) {
        List<ToolExecutionRequest> shown = new ArrayList<>();
        List<ChatMessage> correction = new ArrayList<>();
        Set<String> ids = usedIds(situation);
        for (int i = 0; i < requests.size(); i++) {
            ToolExecutionRequest request = requests.get(i);
            String name = NAME.matcher(name(request)).matches() ? name(request) : "unknown";
            String id = freshId(request.id(), ids, situation.rounds().size() + 1);
            shown.add(ToolExecutionRequest.builder()
                    .id(id)
                    .name(name)
                    .arguments("{}")
                    .build());
            correction.add(ToolExecutionResultMessage.builder()
                    .id(id)
                    .toolName(name)
                    .text(complaints.get(i))
                    .isError(true)
                    .build());
        }
        correction.add(0, AiMessage.from(shown));
        return new Reading.Unusable(problem, correction);
    }

    private static String name(ToolExecutionRequest request) {
        return request.name() == null ? "" : request.name();
    }

    private static Set<String> usedIds(Situation situation) {
        Set<String> ids = new HashSet<>();
        situation.observations().stream()
                .map(Observation::call)
                .map(ToolCall::id)
                .forEach(ids::add);
        return ids;
    }

    private static String freshId(@Nullable String given, Set<String> used, int round) {
        if (given != null && ID.matcher(given).matches() && used.add(given)) {
            return given;
        }
        int number = 1;
        while (!used.add("call-%d-%d".formatted(round, number))) {
            number++;
        }
        return "call-%d-%d".formatted(round, number);
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
    }
}
