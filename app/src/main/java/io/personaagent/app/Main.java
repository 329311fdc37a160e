package io.personaagent.app;

import io.personaagent.app.cli.CommandLineDoor;

/** Starts the program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int exit = CommandLineDoor.ofSystem().run(arguments);
        System.exit(exit);
    }
}
