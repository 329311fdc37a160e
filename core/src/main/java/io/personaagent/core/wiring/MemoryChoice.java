package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.MemoryProvider;

/** The memory backend that is configured. */
record MemoryChoice(MemoryProvider chosen) {
    MemoryChoice {
        requireNonNull(chosen, "chosen");
    }
}
