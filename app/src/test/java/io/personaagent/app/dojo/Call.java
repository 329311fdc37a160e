package io.personaagent.app.dojo;

/**
 * A call as a model asks for it.
 *
 * @param arguments as JSON
 */
record Call(String tool, String arguments) {

    /** With one argument. */
    static Call of(String tool, String argument, String value) {
        return new Call(tool, "{\"%s\":\"%s\"}".formatted(argument, value));
    }
}
