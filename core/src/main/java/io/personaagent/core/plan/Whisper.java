package io.personaagent.core.plan;

import java.util.List;
import java.util.function.Consumer;

/**
 * Lets the person hear an answer while it is made, but holds back what may turn out to be a call printed as text, or a model thinking
 * aloud.
 */
final class Whisper {

    private static final List<String> SUSPECT = List.of("<tool_call>", "<think>", "```", "{", "[", "Action:");

    private final Consumer<String> listener;
    private final StringBuilder held = new StringBuilder();
    private boolean open;
    private boolean shut;

    Whisper(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Something the model said. */
    void hear(String piece) {
        if (open) {
            listener.accept(piece);
        } else if (!shut) {
            held.append(piece);
            decide(held.toString().stripLeading());
        }
    }

    private void decide(String beginning) {
        shut = SUSPECT.stream().anyMatch(beginning::startsWith);
        if (SUSPECT.stream().noneMatch(mark -> beginning.startsWith(mark) || mark.startsWith(beginning))) {
            open = true;
            listener.accept(held.toString());
        }
    }

    /** It was an answer: what of it was not heard yet is heard now. */
    void tell(String answer, String afterwards) {
        listener.accept(open ? afterwards : answer + afterwards);
    }
}
