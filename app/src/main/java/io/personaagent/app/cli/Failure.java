package io.personaagent.app.cli;

/** A command could not do what it was asked; the message is all that the person is told. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
