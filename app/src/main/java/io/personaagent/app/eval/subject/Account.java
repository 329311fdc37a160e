package io.personaagent.app.eval.subject;

import io.personaagent.persona.align.Spent;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a subject has taken.
 *
 * @param stages by stage: asked models, tokens, and time
 * @param decisions how alignments ended, and how often
 */
public record Account(Map<String, Stage> stages, Map<String, Integer> decisions) {

    /** One stage. */
    public record Stage(Spent spent, Duration took) {

        static final Stage NOTHING = new Stage(Spent.NOTHING, Duration.ZERO);

        Stage and(Stage more) {
            return new Stage(spent.and(more.spent), took.plus(more.took));
        }
    }

    public static final Account NOTHING = new Account(Map.of(), Map.of());

    public Account {
        stages = Collections.unmodifiableMap(new TreeMap<>(stages));
        decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
    }

    /** Both together. */
    public Account and(Account more) {
        Map<String, Stage> both = new TreeMap<>(stages);
        more.stages.forEach((name, stage) -> both.merge(name, stage, Stage::and));
        Map<String, Integer> ends = new TreeMap<>(decisions);
        more.decisions.forEach((name, count) -> ends.merge(name, count, Integer::sum));
        return new Account(both, ends);
    }

    /** With one more stage. */
    Account and(String stage, Stage more) {
        return and(new Account(Map.of(stage, more), Map.of()));
    }

    /** Calls and tokens of all stages. */
    public Spent spent() {
        return stages.values().stream().map(Stage::spent).reduce(Spent.NOTHING, Spent::and);
    }
}
