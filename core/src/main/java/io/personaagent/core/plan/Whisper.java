package io.personaagent.core.plan;

import java.util.List;
import java.util.function.Consumer;

/**
 * Lets the person hear an answer while it is made, without its marks, but holds back what may turn out to be a call printed as text, or a
 * model thinking aloud.
 */
final class Whisper {

    private static final List<String> SUSPECT = List.of("<tool_call>", "<think>", "```", "{", "[", "Action:");

    private final Consumer<String> listener;
    private final Citations citations;
    private final StringBuilder held = new StringBuilder();
    private boolean open;
    private boolean shut;

    Whisper(Consumer<String> listener, Sources sources) {
        this.listener = listener;
        this.citations = new Citations(sources);
    }

    /** Something the model said. */
    void hear(String piece) {
        if (open) {
            say(citations.take(piece));
        } else if (!shut) {
            held.append(piece);
            decide(held.toString().stripLeading());
        }
    }

    private void decide(String beginning) {
        shut = SUSPECT.stream().anyMatch(beginning::startsWith);
        if (SUSPECT.stream().noneMatch(mark -> beginning.startsWith(mark) || mark.startsWith(beginning))) {
            open = true;
            say(citations.take(held.toString()));
        }
    }

    /** It was an answer, and this is it without its marks: what of it was not heard yet is heard now. */
    void tell(String answer, String afterwards) {
        say((open ? citations.rest() : answer) + afterwards);
    }

    private void say(String words) {
        if (!words.isEmpty()) {
            listener.accept(words);
        }
    }
}
