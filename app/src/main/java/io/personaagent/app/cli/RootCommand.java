package io.personaagent.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** The program without a command: a chat with the current user. */
@Command(
        name = "personaagent",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Versions.class,
        description = "An agent that gets to know the person it serves. Without a command, it chats.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Everything stays on this machine, under ~/.personaagent (see --home).",
            "Without a model it answers from memory and with tools; settings are described in the README."
        })
final class RootCommand implements Callable<Integer> {

    private final Door door;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    private RootCommand(Door door) {
        this.door = door;
    }

    /** All commands. */
    static CommandLine all(Door door) {
        return new CommandLine(new RootCommand(door))
                .addSubcommand(new ChatCommand(door))
                .addSubcommand(new FeedbackCommand(door))
                .addSubcommand(PersonaCommands.all(door))
                .addSubcommand(MemoryCommands.all(door))
                .addSubcommand(ToolsCommands.all(door))
                .addSubcommand(PluginsCommands.all(door))
                .addSubcommand(new DoctorCommand(door))
                .addSubcommand(new DemoCommand(door))
                .addSubcommand("completion", new GenerateCompletion());
    }

    @Override
    public Integer call() throws Exception {
        return ChatCommand.chat(door, options);
    }

    /** Asks the manifest. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }
}
