package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.core.mcp.McpServers;
import io.personaagent.core.mcp.ServerReport;
import io.personaagent.core.mcp.ToolReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** MCP servers that bring tools: looks at what they declare, and approves it. */
final class ServersCommands {

    private ServersCommands() {}

    static CommandLine all(Door door) {
        return new CommandLine(new Root())
                .addSubcommand(new ListAll(door))
                .addSubcommand(new Show(door))
                .addSubcommand(new Approve(door))
                .addSubcommand(new Forget(door));
    }

    @Command(
            synopsisSubcommandLabel = "COMMAND",
            name = "servers",
            description = "MCP servers that bring tools; config.toml names them in tables [mcp.NAME].")
    static final class Root extends Group {}

    @Command(
            name = "list",
            header = "Lists the MCP servers with how their tools stand.",
            description = "None is started for it.")
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
                McpServers servers = household.mcpServers();
                List<ServerReport> reports =
                        servers.names().stream().map(servers::report).toList();
                output.list(door, reports, ServersCommands::json, ListAll::line);
                if (reports.isEmpty()) {
                    door.tell(
                            "There are no MCP servers; add a table [mcp.NAME] with a command or a url to config.toml.");
                }
                return 0;
            });
        }

        private static String line(ServerReport report) {
            long approved =
                    report.tools().stream().filter(ServersCommands::isApproved).count();
            return "%s  %s  %s"
                    .formatted(
                            report.name(),
                            report.tools().isEmpty()
                                    ? "not seen yet"
                                    : "%d of %d tools approved"
                                            .formatted(approved, report.tools().size()),
                            report.reach());
        }
    }

    @Command(
            name = "show",
            header = "Starts a server and shows all that it declares, word for word.",
            description = {
                "What is seen for the first time counts as approved. Where something changed since then,",
                "both texts are shown. They are a stranger's words: read them as such."
            })
    static final class Show extends OfOne {
        Show(Door door) {
            super(door);
        }

        @Override
        int run(McpServers servers) {
            ServerReport report = servers.look(name());
            tell(report, ServersCommands::whole);
            if (!report.trouble().isEmpty()) {
                throw new Failure("the MCP server '%s': %s".formatted(name(), report.trouble()));
            }
            return 0;
        }
    }

    @Command(
            name = "approve",
            header = "Approves what a server was last seen to declare.",
            description = "Exactly what 'show' showed, and nothing that came later.")
    static final class Approve extends OfOne {
        Approve(Door door) {
            super(door);
        }

        @Override
        int run(McpServers servers) {
            ServerReport report = servers.approve(name())
                    .orElseThrow(() ->
                            new Failure("nothing of '%s' waits to be approved; see: personaagent tools servers show %s"
                                    .formatted(name(), name())));
            tell(report, ServersCommands::line);
            return 0;
        }
    }

    @Command(name = "forget", description = "Forgets what was approved of a server: it is taken as new.")
    static final class Forget extends OfOne {
        Forget(Door door) {
            super(door);
        }

        @Override
        int run(McpServers servers) {
            if (!servers.forget(name())) {
                throw new Failure("'%s' was never seen".formatted(name()));
            }
            return 0;
        }
    }

    /** About one server. */
    abstract static class OfOne implements Callable<Integer> {

        private final Door door;

        @Parameters(index = "0", paramLabel = "NAME", description = "as 'tools servers list' shows it")
        private String name = "";

        @Mixin
        private final Output output = new Output();

        OfOne(Door door) {
            this.door = door;
        }

        abstract int run(McpServers servers);

        String name() {
            return name;
        }

        void tell(ServerReport report, Function<ToolReport, String> words) {
            if (output.json()) {
                door.print(json(report).toPrettyString());
            } else {
                report.tools().forEach(tool -> door.print(words.apply(tool)));
            }
        }

        @Override
        public Integer call() throws Exception {
            return door.with(household -> run(household.mcpServers()));
        }
    }

    private static boolean isApproved(ToolReport tool) {
        return tool.standing().equals("approved");
    }

    private static String line(ToolReport tool) {
        return "%s  %s  %s".formatted(tool.name(), tool.standing(), tool.hash());
    }

    private static String whole(ToolReport tool) {
        String before = tool.approved().isEmpty() ? "" : "\nwas approved as\n" + tool.approved();
        return line(tool) + "\n" + tool.definition() + before;
    }

    private static ObjectNode json(ServerReport report) {
        ObjectNode node = Json.object()
                .put("name", report.name())
                .put("reach", report.reach())
                .put("trouble", report.trouble());
        node.set("tools", Json.list(report.tools(), ServersCommands::json));
        return node;
    }

    private static ObjectNode json(ToolReport tool) {
        return Json.object()
                .put("name", tool.name())
                .put("standing", tool.standing())
                .put("hash", tool.hash())
                .put("definition", tool.definition())
                .put("approved", tool.approved());
    }
}
