package io.personaagent.app.cli;

import io.personaagent.core.kit.NewPlugin;
import io.personaagent.core.kit.PluginKind;
import io.personaagent.core.kit.SpiRepository;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the project of a new plugin. */
@Command(
        name = "new",
        description =
                "Writes a Maven project for a plugin of your own; 'mvn package' in it builds, tests and packages it.")
final class PluginNewCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(paramLabel = "NAME", description = "what the plugin is called, such as bill")
    private String name = "";

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "of its Java sources (default: com.example.NAME)")
    private @Nullable String packageName;

    @Option(names = "--folder", paramLabel = "DIR", description = "where to write it (default: the folder NAME)")
    private @Nullable Path folder;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "tool",
            description = "what it brings: tool or memory (default: tool)")
    private PluginKind kind = PluginKind.TOOL;

    PluginNewCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        NewPlugin plugin = packageName == null ? NewPlugin.named(name, kind) : new NewPlugin(name, packageName, kind);
        Path project = folder == null ? Path.of(name) : folder;
        plugin.write(project, new SpiRepository(PluginNewCommand.class.getClassLoader()));
        door.tell("Written: %s. Its code is in %sProvider.java; build it with 'mvn -f %s package'."
                .formatted(project, plugin.className(), project));
        return 0;
    }
}
