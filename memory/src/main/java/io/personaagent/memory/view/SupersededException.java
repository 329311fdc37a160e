package io.personaagent.memory.view;

import io.personaagent.memory.spi.MemoryException;

/** Somebody else has done this part of the work, or it is not wanted any more; nothing was changed. */
public final class SupersededException extends MemoryException {

    private static final long serialVersionUID = 1;

    public SupersededException(String message) {
        super(message);
    }
}
