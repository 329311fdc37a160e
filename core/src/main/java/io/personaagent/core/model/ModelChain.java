package io.personaagent.core.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model and those that stand in for it: the next one is asked when one does not answer, unless something of its answer has been heard
 * already, or whoever asks has no more time or cancels. Thread-safe.
 */
final class ModelChain implements TalkingModel {

    private static final Logger LOG = LoggerFactory.getLogger(ModelChain.class);

    private final List<RemoteModel> models;
    private final LongSupplier nanoTime;

    /** @param models at least one, the first to be asked first */
    ModelChain(List<RemoteModel> models, LongSupplier nanoTime) {
        this.models = List.copyOf(models);
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return models.get(0).name();
    }

    @Override
    public ChatResponse ask(ChatRequest request, Consumer<String> pieces) {
        return answer(request, pieces, Within.FOREVER).response();
    }

    @Override
    public Answer answer(ChatRequest request, Consumer<String> pieces, Duration within) {
        long began = nanoTime.getAsLong();
        List<String> detours = new ArrayList<>();
        for (RemoteModel model : models.subList(0, models.size() - 1)) {
            try {
                return told(model.answer(request, pieces, left(within, began)), detours);
            } catch (IncompleteException heard) {
                throw heard;
            } catch (ModelException unanswered) {
                if (left(within, began).isZero()) {
                    throw unanswered;
                }
                detours.add(Failures.reason(unanswered));
                passOver(model, Failures.reason(unanswered));
            }
        }
        return last(request, pieces, left(within, began), detours);
    }

    @Override
    public void mended(Usage answer, int calls) {
        models.stream()
                .filter(model -> model.endpoint().table().equals(answer.profile()))
                .forEach(model -> model.mended(answer, calls));
    }

    private Answer last(ChatRequest request, Consumer<String> pieces, Duration left, List<String> detours) {
        RemoteModel last = models.get(models.size() - 1);
        try {
            return told(last.answer(request, pieces, left), detours);
        } catch (IncompleteException heard) {
            throw heard;
        } catch (ModelException unanswered) {
            detours.add(String.valueOf(unanswered.getMessage()));
            throw new ModelException(String.join("; and ", detours), unanswered);
        }
    }

    private static Answer told(Answer answer, List<String> detours) {
        return new Answer(answer.response(), answer.usage(), detours);
    }

    private void passOver(RemoteModel model, String reason) {
        model.passedOver();
        RemoteModel next = models.get(models.indexOf(model) + 1);
        LOG.warn("The model '{}' is asked instead of '{}': {}", next.name(), model.name(), reason);
    }

    private Duration left(Duration within, long began) {
        Duration left = within.minusNanos(nanoTime.getAsLong() - began);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
