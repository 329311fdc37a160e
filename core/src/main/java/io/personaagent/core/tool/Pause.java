package io.personaagent.core.tool;

/** Hears when a turn waits for the person, so that it is not lost while it does. Called from the turn's thread. */
public interface Pause {

    /** The person will be waited for next, perhaps for long; when this returns, the turn is kept. */
    void waiting();

    /** Nobody is waited for any more, and the calls that were allowed are made next; when this returns, that is kept as well. */
    void going();

    /** For what is not kept while it waits. */
    static Pause notKept() {
        return new Pause() {
            @Override
            public void waiting() {}

            @Override
            public void going() {}
        };
    }
}
