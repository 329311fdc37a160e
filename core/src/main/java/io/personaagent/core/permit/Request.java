package io.personaagent.core.permit;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.ToolSpec;
import java.util.List;

/**
 * A call that needs the person's word, as it will be made: who says yes to it says yes to these arguments and no others.
 *
 * @param why what makes it need their word
 */
public record Request(ToolSpec spec, ToolCall call, Why why) {

    /** Why a call needs the person's word. */
    public enum Why {
        /** It acts outside this machine. */
        OUTSIDE("It would change or send something outside this machine."),
        /** It writes, and words of others were read before. */
        WORDS_OF_OTHERS("It would change what is kept for you, and words of others were read before it."),
        /** It acts outside, and words of others were read before: they could have led to it, and what is known of the person could leave with it. */
        WORDS_OF_OTHERS_OUTSIDE(
                "It would change or send something outside this machine, and words of others were read before it."),
        /** The person wants to be asked. */
        RULE("A rule of yours says to ask."),
        /** It was allowed, but for what the tool was then. */
        CHANGED("You allowed it, but the tool has changed since.");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Request {
        requireNonNull(spec, "spec");
        requireNonNull(call, "call");
        requireNonNull(why, "why");
    }

    /** What may be answered. Where words of others could send something away, each time is asked anew. */
    public List<Consent> offers() {
        return switch (why) {
            case WORDS_OF_OTHERS_OUTSIDE -> List.of(Consent.ONCE, Consent.NO, Consent.NEVER);
            case WORDS_OF_OTHERS -> List.of(Consent.ONCE, Consent.SESSION, Consent.NO, Consent.NEVER);
            case OUTSIDE, RULE, CHANGED -> List.of(Consent.values());
        };
    }

    /** What is asked, for the person to read: the call as it will be made, what the tool says that it does, and why they are asked. */
    public String question() {
        return "%s%s: %s %s".formatted(call.tool(), call.arguments(), spec.description(), why.words());
    }
}
