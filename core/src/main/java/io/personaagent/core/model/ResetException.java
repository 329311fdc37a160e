package io.personaagent.core.model;

import java.io.IOException;

/** A server broke the connection before the first byte of its answer. */
final class ResetException extends IOException {

    private static final long serialVersionUID = 1;

    ResetException(IOException broken) {
        super(broken);
    }
}
