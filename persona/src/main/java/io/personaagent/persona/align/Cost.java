package io.personaagent.persona.align;

/**
 * How many calls of a model an alignment may take, worked out beforehand. A rewrite that must be repaired takes one more.
 *
 * @param plan how far it goes
 * @param steps how often a model is asked in one turn
 */
public record Cost(Plan plan, int steps) {

    /**
     * How far an alignment goes.
     *
     * @param iterations the paper's E
     * @param batch the paper's n
     * @param judges how many interactions judge
     * @param folds how often that is done
     */
    public record Plan(int iterations, int batch, int judges, int folds) {}

    /** The paper's E * (n * s + n + 1), for each fold. */
    public long improving() {
        return (long) plan.folds() * plan.iterations() * ((long) plan.batch() * steps + plan.batch() + 1);
    }

    /** The new persona on the batch, and the old one and the new one on the judges, for each fold. */
    public long judging() {
        return (long) plan.folds() * steps * (plan.batch() + 2L * plan.judges());
    }

    public long calls() {
        return improving() + judging();
    }

    /** One line for the person to read. */
    public String words() {
        return "at most %d calls of the model: %s%d*(%d*%d + %d + 1) = %d to improve and %d to judge"
                .formatted(
                        calls(),
                        plan.folds() == 1 ? "" : plan.folds() + "*",
                        plan.iterations(),
                        plan.batch(),
                        steps,
                        plan.batch(),
                        improving(),
                        judging());
    }
}
