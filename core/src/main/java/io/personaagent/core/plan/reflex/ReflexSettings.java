package io.personaagent.core.plan.reflex;

/**
 * How sure the reflex planner must be. All values are from 0 to 1.
 *
 * @param read the least similarity to an example at which a tool that only reads is called
 * @param write the same for a tool that changes something; at least {@code read}
 * @param margin how much more similar the best tool must be than the next
 * @param confidence the least confidence at which a memory is quoted as an answer
 */
public record ReflexSettings(double read, double write, double margin, double confidence) {

    /** Chosen by measurement with bge-small-en-v1.5; see the routing test. */
    public static final ReflexSettings MEASURED = new ReflexSettings(0.72, 0.78, 0.02, 0.5);

    public ReflexSettings {
        check("read", read);
        check("write", write);
        check("margin", margin);
        check("confidence", confidence);
        if (write < read) {
            throw new IllegalArgumentException("write is %s, but must be at least read (%s)".formatted(write, read));
        }
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, but must be from 0 to 1".formatted(name, value));
        }
    }
}
