package io.personaagent.core.wiring;

import io.personaagent.core.journal.OpenTurns;
import io.personaagent.persona.align.process.Holder;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process that this is, by its number, when it began, and within which place its number is its own. */
record ThisProcess() implements OpenTurns.Holder {

    private static final Pattern NAME = Pattern.compile("(\\d{1,18}) (\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z) (.*)");

    @Override
    public String name() {
        Holder here = Holder.here("");
        return "%d %s %s".formatted(here.pid(), here.started(), here.place());
    }

    @Override
    public boolean isAlive(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                && !new Holder("", parts.group(3), Long.parseLong(parts.group(1)), Instant.parse(parts.group(2)))
                        .hasEnded();
    }
}
