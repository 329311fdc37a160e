package io.personaagent.core.plan;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.personaagent.core.model.ModelException;
import io.personaagent.core.model.TalkingModel;
import io.personaagent.core.turn.Asking;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Says again what a model said, one answer after the other; where it is told something else than the model was, it says so and nothing
 * else. For one step of one turn.
 */
public final class RecordedModel implements TalkingModel {

    private final String name;
    private final Iterator<Asking> said;

    /** @param said what the model was told and said, in order */
    public RecordedModel(String name, List<Asking> said) {
        this.name = requireNonNull(name, "name");
        this.said = List.copyOf(said).iterator();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ChatResponse ask(ChatRequest request, Consumer<String> pieces) {
        if (!said.hasNext()) {
            throw new ModelException("the model would be asked once more than it was");
        }
        Asking asking = said.next();
        Map<String, String> now = Told.parts(request);
        List<String> other = asking.prompt().keySet().stream()
                .filter(part -> !Objects.equals(asking.prompt().get(part), now.get(part)))
                .toList();
        if (!other.isEmpty()) {
            throw new ModelException(
                    "the model would be told something else than it was: %s".formatted(String.join(", ", other)));
        }
        return ReplyJson.response(asking.reply());
    }
}
