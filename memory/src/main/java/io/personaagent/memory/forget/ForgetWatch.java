package io.personaagent.memory.forget;

/** Hears how far forgetting has come, on the thread that does it. */
@FunctionalInterface
public interface ForgetWatch {

    /** What is being done. */
    enum Step {
        REMOVING,
        /** Another process still reads an older state. */
        WAITING,
        WIPING,
        LOOKING
    }

    /**
     * Called at the beginning of a step and after each part of it.
     *
     * @param all how much there is to be done; 0 when that is not known
     */
    void at(Step step, long done, long all);

    /** Hears nothing. */
    static ForgetWatch none() {
        return (step, done, all) -> {};
    }
}
