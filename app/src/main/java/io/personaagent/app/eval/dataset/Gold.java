package io.personaagent.app.eval.dataset;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.metric.Evidence;
import io.personaagent.app.eval.metric.Measure;
import java.util.List;
import java.util.Map;

/** The answer key of one question, sealed: it judges a ranking and tells nothing else. */
public final class Gold {

    private final Evidence evidence;
    private final Measure measure;

    Gold(Evidence evidence, Measure measure) {
        this.evidence = requireNonNull(evidence, "evidence");
        this.measure = requireNonNull(measure, "measure");
    }

    /**
     * How well a ranking does, by metric.
     *
     * @param ranked units, the best first, each once
     */
    public Map<String, Double> judge(List<String> ranked, List<Integer> cuts) {
        return measure.of(ranked, evidence, cuts);
    }
}
