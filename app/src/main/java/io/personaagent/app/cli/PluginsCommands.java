package io.personaagent.app.cli;

import io.personaagent.app.show.Json;
import io.personaagent.core.plugin.PluginInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Installs and checks plugins. */
final class PluginsCommands {

    private PluginsCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root())
                .addSubcommand(new ListAll(door))
                .addSubcommand(new PluginNewCommand(door))
                .addSubcommand(new Install(door))
                .addSubcommand(new Remove(door))
                .addSubcommand(new Verify(door));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "plugins",
            description = "What brings the tools and the memory backends.")
    static final class Root extends Group {}

    @Command(name = "list", description = "Lists the plugins with state and hash; a refused one with the reason.")
    static final class ListAll implements Callable<Integer> {

        private final Door door;

        @Mixin
        private final Output output = new Output();

        ListAll(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                List<PluginInfo> plugins = household.plugins().plugins();
                if (output.json()) {
                    door.print(Json.list(plugins, Json::of).toPrettyString());
                } else {
                    plugins.forEach(plugin -> door.print(line(plugin)));
                }
                return 0;
            });
        }
    }

    @Command(
            name = "install",
            description = "Checks a plugin's jar, keeps a copy with its hash, and runs it from the next start on.")
    static final class Install implements Callable<Integer> {

        private final Door door;

        @Parameters(paramLabel = "JAR", description = "the plugin's jar")
        private Path jar = Path.of("");

        Install(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                PluginInfo installed = household.pluginShelf().install(jar);
                door.print(line(installed));
                return 0;
            });
        }
    }

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
            name = "verify",
            description = "Checks a jar, or every installed plugin, without running any of their code.")
    static final class Verify implements Callable<Integer> {

        private final Door door;

        @Parameters(
                arity = "0..1",
                paramLabel = "JAR",
                description = "the jar to check (default: all that are installed)")
        private @Nullable Path jar;

        @Mixin
        private final Output output = new Output();

        Verify(Door door) {
            this.door = door;
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> {
                List<PluginInfo> checked = jar == null
                        ? household.pluginShelf().verify()
                        : List.of(household.pluginShelf().verify(jar));
                if (output.json()) {
                    door.print(Json.list(checked, Json::of).toPrettyString());
                } else {
                    checked.forEach(plugin -> door.print(line(plugin)));
                    if (checked.isEmpty()) {
                        door.tell("No plugin is installed; the bundled ones come with the program.");
                    }
                }
                return checked.stream().allMatch(plugin -> plugin.state() == PluginInfo.State.READY) ? 0 : 1;
            });
        }
    }

    private static String line(PluginInfo plugin) {
        String told = "%s %s  %s  %s  sha256:%s"
                .formatted(
                        plugin.id(),
                        plugin.manifest().version(),
                        Json.word(plugin.file().source()),
                        Json.word(plugin.state()),
                        plugin.file().sha256());
        return plugin.reason().isEmpty() ? told : "%s%n    %s".formatted(told, plugin.reason());
    }
}
