package io.personaagent.core.plan;

import io.personaagent.core.contract.StubReply;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.util.Arrays;
import java.util.List;

/**
 * Something that an endpoint does.
 *
 * @param script what it answers to one request after the other
 */
record Behaviour(String name, List<StubReply> script, Timeouts timeouts, End whole, End streamed) {

    /** What comes of it, and after how many requests. */
    record End(String outcome, int requests) {}

    static Behaviour of(String name, End whole, End streamed, StubReply... script) {
        return new Behaviour(name, Arrays.asList(script), Behaviours.USUAL, whole, streamed);
    }

    static Behaviour both(String name, End end, StubReply... script) {
        return of(name, end, end, script);
    }

    Behaviour within(Timeouts bounds) {
        return new Behaviour(name, script, bounds, whole, streamed);
    }

    @Override
    public String toString() {
        return name;
    }
}
