package io.personaagent.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Helps the shell to complete what is typed. */
@Command(
        name = "completion",
        header = "Prints a script for completion in bash and zsh.",
        description = {"Commands and options are completed after", "  source <(personaagent completion)"})
final class CompletionCommand implements Callable<Integer> {

    private final Door door;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli says which command it calls before it calls it");
        }
        door.print(AutoComplete.bash("personaagent", spec.root().commandLine()));
        return 0;
    }
}
