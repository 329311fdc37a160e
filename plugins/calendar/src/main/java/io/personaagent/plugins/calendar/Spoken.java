package io.personaagent.plugins.calendar;

import io.personaagent.plugins.times.Manner;
import io.personaagent.plugins.times.When;
import io.personaagent.tools.ToolContext;
import java.time.ZonedDateTime;

/** When somebody said something, and what they mean by 3/4. */
record Spoken(ZonedDateTime now, Manner manner) {

    static Spoken in(ToolContext context) {
        return new Spoken(ZonedDateTime.now(context.clock()), Manner.of(context));
    }

    When when() {
        return new When(now, manner);
    }

    /** The same words, said at another time. */
    Spoken at(ZonedDateTime moment) {
        return new Spoken(moment, manner);
    }
}
