package io.personaagent.core.plan;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import io.personaagent.core.turn.Step;
import java.util.List;

/** How a model is told when to use what is known of the person and when to ask them, and how it says that it asks. */
final class Asking {

    /** At the beginning, so that it is held back from the person. */
    private static final String MARK = "[ask]";

    private static final String SKIPPING =
            "Use what is known about me only where it bears on my message; where nothing does, answer as you would anybody.";
    private static final String MAY =
            "Where the answer depends on what I like and nothing that you know tells it, you may ask me one short question instead of answering: "
                    + "then begin your reply with " + MARK + " and say nothing but the question.";

    private Asking() {}

    /** @param left how often the person may still be asked */
    static String told(int left) {
        return left == 0 ? SKIPPING : SKIPPING + " " + MAY;
    }

    static boolean isAsked(String reply) {
        return reply.startsWith(MARK);
    }

    /** The question, where one may be asked. */
    static Reading read(String reply, int left) {
        String question = reply.substring(MARK.length()).strip();
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
