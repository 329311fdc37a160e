package io.personaagent.core.wiring;

import io.personaagent.core.journal.OpenTurns;
import java.time.Instant;

/** The process that this is, by its number and when it began: the number alone is given away again. */
record ThisProcess() implements OpenTurns.Holder {

    @Override
    public String name() {
        return name(ProcessHandle.current());
    }

    @Override
    public boolean isAlive(String name) {
        String number = name.substring(0, Math.max(0, name.indexOf(' ')));
        return !number.isEmpty()
                && ProcessHandle.of(Long.parseLong(number))
                        .filter(ProcessHandle::isAlive)
                        .filter(found -> name(found).equals(name))
                        .isPresent();
    }

    private static String name(ProcessHandle process) {
        return "%d %s".formatted(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }
}
