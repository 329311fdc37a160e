package io.personaagent.app.routing;

import io.personaagent.core.turn.Step;
import java.util.stream.Collectors;

/**
 * What came of a wish.
 *
 * @param to the tool that was called, or whose arguments were asked for; several with a plus between them; {@link Wish#NONE} where none was
 * @param asked whether the person is asked back which of several they want, so that nothing was done
 * @param question in which words; empty where they were not asked
 */
record Routed(Wish wish, String to, boolean asked, String question) {

    private static final String DETAIL = "For \"";
    private static final String DOUBT = "I am not sure what you want";

    static Routed of(Wish wish, Step step) {
        return step.fold(
                answer -> new Routed(wish, Wish.NONE, false, ""),
                use -> new Routed(
                        wish,
                        use.calls().stream().map(call -> call.tool()).collect(Collectors.joining("+")),
                        false,
                        ""),
                ask -> asking(wish, ask.question()));
    }

    private static Routed asking(Wish wish, String question) {
        if (question.startsWith(DETAIL)) {
            String tool = question.substring(DETAIL.length(), question.indexOf('"', DETAIL.length()));
            return new Routed(wish, tool.replace(' ', '_'), false, "");
        }
        boolean asked = question.startsWith(DOUBT);
        return new Routed(wish, Wish.NONE, asked, asked ? question : "");
    }

    boolean right() {
        return !asked && to.equals(wish.tool());
    }

    /** The person is asked back, and what they want is among what they are asked about. */
    boolean offered() {
        return asked && question.contains(wish.tool().replace('_', ' '));
    }

    /** Something else was done than what was wanted. */
    boolean wrong() {
        return !asked && !to.equals(wish.tool()) && !to.equals(Wish.NONE);
    }

    @Override
    public String toString() {
        return "%s -> %s: %s".formatted(wish.tool(), asked ? "?" : to, wish.said());
    }
}
