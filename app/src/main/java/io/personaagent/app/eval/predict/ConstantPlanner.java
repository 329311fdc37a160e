package io.personaagent.app.eval.predict;

import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says the same to every question: what a planner must be better than. */
public enum ConstantPlanner implements ClosedPlanner {
    /** The same to everybody: {@code 4}, {@code [1]}, or the first label. */
    DIRECT,
    /** The person's mean score or most frequent label. */
    USUAL;

    private static final String GOOD = "4";

    @Override
    public String answer(Ask ask, Learnt persona, Memories recalled) {
        if (ask instanceof Ask.Rate rate) {
            return this == DIRECT
                    ? GOOD
                    : recalled.rated().stream().mapToDouble(each -> each.score()).average().stream()
                            .mapToObj(Double::toString)
                            .findFirst()
                            .orElse(Double.toString(rate.scale().nearest(Double.parseDouble(GOOD))));
        }
        if (ask instanceof Ask.Classify classify) {
            return this == DIRECT ? classify.labels().get(0) : mostFrequent(classify.labels(), recalled);
        }
        return "[1]";
    }

    @Override
    public String named() {
        return this == DIRECT ? "direct" : "usual";
    }

    private static String mostFrequent(List<String> labels, Memories recalled) {
        Map<String, Integer> counts = new TreeMap<>();
        recalled.known().forEach(each -> counts.merge(each.label(), 1, Integer::sum));
        String best = labels.get(0);
        for (String label : labels) {
            if (counts.getOrDefault(label, 0) > counts.getOrDefault(best, 0)) {
                best = label;
            }
        }
        return best;
    }
}
