package io.personaagent.memory.spi;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {

    /** Called after each part, on the thread that does the work. */
    void at(long done, long all);

    /** Hears nothing. */
    static Progress none() {
        return (done, all) -> {};
    }
}
