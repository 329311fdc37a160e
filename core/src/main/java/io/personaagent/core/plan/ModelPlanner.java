package io.personaagent.core.plan;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.personaagent.core.model.Answer;
import io.personaagent.core.model.ModelException;
import io.personaagent.core.model.TalkingModel;
import io.personaagent.core.model.Usage;
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.prompt.Prompts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a language model decide, with the persona as system prompt at each step and the model's own tool calls.
 *
 * <p>A reply that cannot be used (empty, a call that is no JSON, the same call for the third time) is answered with what was wrong and
 * asked for once more; then the step fails. What does not fit into the model's context is shortened by a fixed rule. An interrupt ends the wait at once with a {@link java.util.concurrent.CancellationException}.
 */
public final class ModelPlanner implements Planner {

    private static final int MAX_ASKS = 2;

    private final TalkingModel model;
    private final Prompt prompt;
    private final Room room;
    private final ReplyReader reader;

    /** @param zone in which the model is told dates and the time */
    public ModelPlanner(TalkingModel model, ZoneId zone) {
        this(model, zone, Telling.USUAL, Prompts.SHIPPED);
    }

    /**
     * Asks a model.
     *
     * @param zone in which the model is told dates and the time
     * @param telling how much it is told
     * @param prompts of which {@code plan} and {@code plan-questions} are what it is told
     * @throws IllegalArgumentException when a prompt of the person's own cannot be used
     */
    public ModelPlanner(TalkingModel model, ZoneId zone, Telling telling, Prompts prompts) {
        CallJson json = new CallJson();
        this.model = requireNonNull(model, "model");
        this.prompt = new Prompt(requireNonNull(zone, "zone"), json, telling.persona(), prompts);
        this.room = new Room(telling.context());
        this.reader = new ReplyReader(json);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Step next(Situation situation, TurnListener listener) {
        List<ToolSpecification> tools = offered(situation);
        Draft draft = room.fit(prompt, situation, tools);
        if (!draft.shortening().equals(Shortening.NONE)) {
            listener.shortened(draft.shortening());
        }
        Asked asked = new Asked(situation, draft.sources(), tools);
        return next(draft.messages(), asked, listener, MAX_ASKS);
    }

    /**
     * What the model is asked about.
     *
     * @param tools as the model is offered them
     */
    private record Asked(Situation situation, Sources sources, List<ToolSpecification> tools) {}

    /** Where nothing is known there is nothing to name. */
    private static List<ToolSpecification> offered(Situation situation) {
        boolean reasons = !situation.background().persona().statements().isEmpty()
                || !situation.background().recalled().isEmpty();
        return situation.tools().stream()
                .map(spec -> reasons ? Reasons.asked(spec) : spec.function())
                .toList();
    }

    private Step next(List<ChatMessage> messages, Asked asked, TurnListener listener, int asksLeft) {
        Whisper whisper = new Whisper(listener::text, asked.sources());
        Answer answer = ask(messages, asked.tools(), whisper, listener);
        Reading reading = reader.read(answer.response(), asked.situation(), asked.sources());
        return reading.fold(use -> use(use, answer, asked), said -> tell(said, whisper), unusable -> {
            if (asksLeft == 1) {
                throw new PlannerException(
                        "the model '%s' %s; ask in other words, or use another model. PersonaAgent can go on without a model: use --planner reflex"
                                .formatted(answer.usage().model(), unusable.problem()));
            }
            return next(corrected(messages, unusable), asked, listener, asksLeft - 1);
        });
    }

    private Step use(Reading.Use use, Answer answer, Asked asked) {
        model.mended(answer.usage(), reader.mended(answer.response(), asked.situation()));
        return use.step();
    }

    private static Step tell(Reading.Said said, Whisper whisper) {
        whisper.tell(said.words(), said.remark());
        return said.step();
    }

    private static List<ChatMessage> corrected(List<ChatMessage> messages, Reading.Unusable unusable) {
        List<ChatMessage> corrected = new ArrayList<>(messages);
        corrected.addAll(unusable.correction());
        return corrected;
    }

    private Answer ask(
            List<ChatMessage> messages, List<ToolSpecification> tools, Whisper whisper, TurnListener listener) {
        ChatRequest request = ChatRequest.builder()
                .messages(List.copyOf(messages))
                .toolSpecifications(tools)
                .build();
        try {
            Answer answer = model.answer(request, whisper::hear, listener.left());
            Usage took = answer.usage();
            answer.detours().forEach(listener::detour);
            listener.asked(new Asking(Told.parts(request), ReplyJson.of(answer), took.input(), took.output()));
            listener.spent(took);
            return answer;
        } catch (ModelException failure) {
            throw new PlannerException(messageOf(failure), failure);
        }
    }

    private static String messageOf(ModelException failure) {
        return String.valueOf(failure.getMessage());
    }
}
