package io.personaagent.memory.boundary;

import java.util.function.Consumer;

/** Finds one sort of secret in time that grows with the length of the text and no faster. */
interface Finder {
    void find(String text, Consumer<Find> found);
}
