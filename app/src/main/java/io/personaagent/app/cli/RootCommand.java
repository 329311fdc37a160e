package io.personaagent.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** The program without a command: a chat with the current user. */
@Command(
        name = "personaagent",
        description = "An agent that gets to know the person it serves. Without a command, it chats.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "'personaagent COMMAND --help' says more about a command.",
            "Everything stays on this machine, under ~/.personaagent (see --home).",
            "Without a model it answers from memory and with tools; the README says how to set one."
        })
final class RootCommand implements Callable<Integer> {

    private final Door door;

    private RootCommand(Door door) {
        this.door = door;
    }

    /** All commands. */
    static CommandLine all(Door door) {
        CommandLine root = new CommandLine(new RootCommand(door));
        root.getCommandSpec()
                .versionProvider(() -> new String[] {Version.line()})
                .addMixin("home", CommandSpec.forAnnotatedObject(door.options()))
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("shows this")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("shows the version")
                        .build());
        root.addSubcommand(new ChatCommand(door))
                .addSubcommand(new FeedbackCommand(door))
                .addSubcommand(PersonaCommands.all(door))
                .addSubcommand(new AlignCommand(door))
                .addSubcommand(JournalCommands.all(door))
                .addSubcommand(MemoryCommands.all(door))
                .addSubcommand(ToolsCommands.all(door))
                .addSubcommand(new UndoCommand(door))
                .addSubcommand(SkillsCommands.all(door))
                .addSubcommand(PluginsCommands.all(door))
                .addSubcommand(EvalCommands.all(door))
                .addSubcommand(new DoctorCommand(door))
                .addSubcommand(new DemoCommand(door))
                .addSubcommand(new CompletionCommand(door));
        layOut(root);
        return root;
    }

    @Override
    public Integer call() throws Exception {
        return ChatCommand.chat(door);
    }

    /** All help texts have the same parts in the same order. */
    private static void layOut(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true)
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
        command.getSubcommands().values().forEach(RootCommand::layOut);
    }
}
