package io.personaagent.tools;

import java.time.Duration;

/** How long a call may still take. A long-running tool asks between its steps; one that does not is abandoned when time is up. */
public interface Deadline {

    /** The time left, never negative; zero once the call has been cancelled. */
    Duration left();

    /** Whether the tool should stop: time is up, or the person cancelled. */
    default boolean over() {
        return left().isZero();
    }
}
