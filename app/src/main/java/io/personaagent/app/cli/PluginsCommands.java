package io.personaagent.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs and checks plugins. */
final class PluginsCommands {

    private PluginsCommands() {}

    static CommandLine all(Door door) {
        CommandLine plugins = new CommandLine(new Root())
                .addSubcommand(new PluginListCommand(door))
                .addSubcommand(new PluginNewCommand(door))
                .addSubcommand(new PluginVerifyCommand(door))
                .addSubcommand(new PluginInstallCommand(door))
                .addSubcommand(new Resume(door))
                .addSubcommand(new Remove(door));
        return PluginKeyCommands.addTo(plugins, door);
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "plugins",
            description = "What brings the tools and the memory backends.")
    static final class Root extends Group {}

    @Command(name = "remove", description = "Removes an installed plugin; what it kept for people stays.")
    static final class Remove implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "ID", description = "the plugin's id, as 'plugins list' shows it")
        private String id = "";

        Remove(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                household.pluginShelf().remove(id);
                door.tell("%s is removed.".formatted(id));
                return 0;
            });
        }
    }

    @Command(
            name = "resume",
            header = "Lets tools be called again that were suspended because they hung.",
            description = "'tools list' and 'plugins list' show what is suspended.")
    static final class Resume implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "NAME", description = "the provider's name, as the message about it says")
        private String name = "";

        Resume(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                if (!household.tools().safeguards().health().resume(name)) {
                    throw new Failure("'%s' is not suspended; see: personaagent tools list".formatted(name));
                }
                door.tell("'%s' works again.".formatted(name));
                return 0;
            });
        }
    }
}
