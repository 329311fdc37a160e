package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Situation;
import java.util.List;

/**
 * Fits what a model is told into its context: first the oldest results are shortened, then the memories of least rank left out, then the
 * oldest steps told in brief, then the oldest exchanges of the conversation left out; of that only as much as is needed, and always the
 * same for the same situation. What the person says in this turn, and the persona, stay word for word.
 *
 * @param tokens how many there are for what goes in
 */
record Room(int tokens) {

    /**
     * The first of all shortenings that fits.
     *
     * @throws PlannerException when not even the last one does
     */
    Draft fit(Prompt prompt, Situation situation, List<ToolSpecification> tools) {
        Draft whole = prompt.draft(situation, Shortening.NONE);
        if (fits(whole, tools)) {
            return whole;
        }
        Order order = Order.of(situation);
        int tooMuch = 0;
        int enough = order.all();
        Draft least = prompt.draft(situation, order.at(enough));
        if (!fits(least, tools)) {
            throw new PlannerException(overflow(Size.tokens(least.messages(), tools)));
        }
        while (enough - tooMuch > 1) {
            int middle = (tooMuch + enough) / 2;
            Draft draft = prompt.draft(situation, order.at(middle));
            if (fits(draft, tools)) {
                enough = middle;
                least = draft;
            } else {
                tooMuch = middle;
            }
        }
        return least;
    }

    private boolean fits(Draft draft, List<ToolSpecification> tools) {
        return Size.tokens(draft.messages(), tools) <= tokens;
    }

    private String overflow(long needed) {
        return "your message and what the model must be told with it take about %,d tokens, and it has room for %,d; say it in fewer words, or set model.context_tokens if the model can take more"
                .formatted(needed, tokens);
    }

    /** The shortenings in their order; each tells less than the one before. */
    private record Order(int outputs, int memories, int steps, int exchanges) {

        /** What came of the last step is not told in brief: the model would ask for it again. */
        static Order of(Situation situation) {
            List<Observation> observed = situation.observations();
            int latest = observed.isEmpty()
                    ? 0
                    : situation.rounds().get(situation.rounds().size() - 1).size();
            return new Order(
                    observed.size(),
                    situation.background().recalled().size(),
                    observed.size() - latest,
                    situation.background().conversation().size());
        }

        int all() {
            return outputs + memories + steps + exchanges;
        }

        Shortening at(int index) {
            int left = index - outputs;
            int fewer = left - memories;
            return new Shortening(
                    Math.min(index, outputs),
                    within(left, memories),
                    within(fewer, steps),
                    within(fewer - steps, exchanges));
        }

        private static int within(int value, int most) {
            return Math.max(0, Math.min(value, most));
        }
    }
}
