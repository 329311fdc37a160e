package io.personaagent.core.tool;

import io.personaagent.memory.boundary.Sifted;

/** Hears which memories a tool was lent. Called from the tool's thread. */
public interface Witness {

    void lent(String tool, Sifted memories);

    static Witness none() {
        return (tool, memories) -> {};
    }
}
