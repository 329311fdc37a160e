package io.personaagent.core.wiring;

import io.personaagent.core.journal.OpenTurns;
import io.personaagent.persona.align.process.Holder;
import java.time.Instant;

/** The process that this is, by its number, when it began, and within which place its number is its own. */
record ThisProcess() implements OpenTurns.Holder {

    @Override
    public String name() {
        Holder here = Holder.here("");
        return "%d %s %s".formatted(here.pid(), here.started(), here.place());
    }

    @Override
    public boolean isAlive(String name) {
        String[] parts = name.split(" ", 3);
        return parts.length == 3
                && !new Holder("", parts[2], Long.parseLong(parts[0]), Instant.parse(parts[1])).hasEnded();
    }
}
