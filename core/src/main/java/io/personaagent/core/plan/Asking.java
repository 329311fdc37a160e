package io.personaagent.core.plan;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.prompt.Prompt.Filled;
import io.personaagent.memory.prompt.Prompts;
import java.util.List;
import java.util.Map;

/** How a model is told when to use what is known of the person and when to ask them, and how it says that it asks. */
final class Asking {

    /** At the beginning, so that it is held back from the person. */
    private static final String MARK = "[ask]";

    private final Filled words;

    /** @param prompts of which {@code plan-questions} says what is always told, and what besides where a question is left */
    Asking(Prompts prompts) {
        this.words = prompts.find("plan-questions").fill(Map.of("mark", MARK));
    }

    /** @param left how often the person may still be asked */
    String told(int left) {
        return left == 0 ? words.system() : words.system() + " " + words.user();
    }

    static boolean isAsked(String reply) {
        return reply.startsWith(MARK);
    }

    /** The question, where one may be asked. */
    static Reading read(String reply, int left) {
        String question =
                new Citations(Sources.NONE).of(reply.substring(MARK.length())).strip();
        if (left == 0) {
            return unusable(
                    reply,
                    "asked a question although none was left",
                    "You may not ask me now. Answer my message without supposing what I like.");
        }
        return question.isEmpty()
                ? unusable(reply, "asked nothing", "Your question was empty. Ask it, or answer my message.")
                : new Reading.Said(question, "", new Step.AskUser(question, Step.AskUser.Aim.LIKING));
    }

    private static Reading unusable(String reply, String problem, String correction) {
        return new Reading.Unusable(problem, List.of(AiMessage.from(reply), UserMessage.from(correction)));
    }
}
