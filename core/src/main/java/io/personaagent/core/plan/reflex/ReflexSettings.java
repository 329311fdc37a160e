package io.personaagent.core.plan.reflex;

/**
 * How sure the reflex planner must be. All values are from 0 to 1.
 *
 * @param read the least chance that a tool is wanted at which it is called, where it only reads
 * @param write the same for a tool that changes something; at least {@code read}
 * @param ask the least chance at which the person is asked whether they want it; at most {@code read}
 * @param confidence the least confidence at which a memory is quoted as an answer
 */
public record ReflexSettings(double read, double write, double ask, double confidence) {

    /** Chosen by measurement with bge-small-en-v1.5; see {@link Calibration}. */
    public static final ReflexSettings MEASURED = new ReflexSettings(0.65, 0.75, 0.3, 0.5);

    public ReflexSettings {
        check("read", read);
        check("write", write);
        check("ask", ask);
        check("confidence", confidence);
        if (write < read) {
            throw new IllegalArgumentException("write is %s, but must be at least read (%s)".formatted(write, read));
        }
        if (ask > read) {
            throw new IllegalArgumentException("ask is %s, but must be at most read (%s)".formatted(ask, read));
        }
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, but must be from 0 to 1".formatted(name, value));
        }
    }
}
