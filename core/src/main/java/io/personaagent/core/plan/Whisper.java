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

    Whisper(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Something the model said. */
    void hear(String piece) {
        if (open) {
            listener.accept(piece);
            return;
        }
        held.append(piece);
        String beginning = held.toString().stripLeading();
        if (!beginning.isEmpty() && SUSPECT.stream().noneMatch(mark -> mayBecome(beginning, mark))) {
            open = true;
            listener.accept(held.toString());
        }
    }

    /** It was an answer: what of it was not heard yet is heard now. */
    void tell(String answer, String afterwards) {
        listener.accept(open ? afterwards : answer + afterwards);
    }

    private static boolean mayBecome(String beginning, String mark) {
        return beginning.startsWith(mark) || mark.startsWith(beginning);
    }
}
