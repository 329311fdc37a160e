package io.personaagent.core.model;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;

/**
 * What a model answered.
 *
 * @param usage who answered, and what it took
 * @param detours why another model did not answer, one sentence for each that was asked before, in order; usually empty
 */
public record Answer(ChatResponse response, Usage usage, List<String> detours) {
    public Answer {
        requireNonNull(response, "response");
        requireNonNull(usage, "usage");
        detours = List.copyOf(detours);
    }
}
