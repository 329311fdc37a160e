package io.personaagent.plugins.wikipedia;

/** The wiki did not answer as it should; the message says what happened and what may help. */
final class WikiException extends Exception {

    private static final long serialVersionUID = 1;

    WikiException(String message) {
        super(message);
    }
}
