package io.personaagent.app.cli;

import picocli.CommandLine.Option;

/** The choice of how data is printed: as words for a person, or as one JSON value for a program. */
final class Output {

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    boolean json() {
        return json;
    }
}
