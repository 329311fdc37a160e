package io.personaagent.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures. */
final class EvalCommands {

    private EvalCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root())
                .addSubcommand(new EvalRetrievalCommand(door))
                .addSubcommand(new EvalPredictCommand(door));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "eval",
            description = "Measures memory and persona on public data sets.")
    static final class Root extends Group {}
}
