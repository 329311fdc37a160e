package io.personaagent.core.mcp;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.tool.Offer;
import io.personaagent.core.tool.ToolProblem;
import io.personaagent.core.tool.ToolSource;
import io.personaagent.tools.ToolSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The MCP servers of a home. Their tools are known from what was approved, so nothing is started before it is used; only a server that was
 * never seen is looked at once in the background. Thread-safe.
 */
public final class McpServers implements ToolSource, AutoCloseable {

    private final List<McpServer> servers;
    private final Thread ending = new Thread(this::stop, "mcp-ending");

    private McpServers(List<McpServer> servers) {
        this.servers = servers;
        if (!servers.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(ending);
        }
    }

    /**
     * The servers of the configuration's tables {@code [mcp.NAME]}.
     *
     * @param table with keys such as {@code files.command}
     * @param folder where it is kept what was approved
     * @throws ConfigException when the tables cannot be used
     */
    public static McpServers of(Map<String, String> table, Path folder, Map<String, String> environment) {
        requireNonNull(folder, "folder");
        return new McpServers(ConfigReader.servers(table).stream()
                .map(config -> new McpServer(
                        config,
                        new PinFile(folder.resolve(config.name() + ".json")),
                        new Line(config.reach(), environment, System::nanoTime)))
                .toList());
    }

    /** Looks at servers that were never seen, in the background. */
    public McpServers begin() {
        servers.forEach(server -> StdioWire.daemon("mcp-" + server.config().name(), () -> lookFirst(server))
                .start());
        return this;
    }

    private static void lookFirst(McpServer server) {
        try {
            if (!server.isKnown()) {
                server.look(Connection.START);
            }
        } catch (CallFailed | RuntimeException toldAsProblem) {
            return;
        }
    }

    @Override
    public long version() {
        return servers.stream().mapToLong(McpServer::version).reduce(17, (all, one) -> 31 * all + one);
    }

    @Override
    public List<Offer> offers() {
        return servers.stream()
                .map(server -> new Offer(server.name(), server, ToolSettings.NONE))
                .toList();
    }

    @Override
    public List<ToolProblem> problems() {
        return servers.stream().flatMap(server -> server.problems().stream()).toList();
    }

    /** The names of the servers, in order. */
    public List<String> names() {
        return servers.stream().map(server -> server.config().name()).toList();
    }

    /** What is known of a server; it is not started. */
    public ServerReport report(String name) {
        return Reports.of(named(name), "");
    }

    /** Starts the server and looks at what it declares now; what is seen first counts as approved. */
    public ServerReport look(String name) {
        McpServer server = named(name);
        try {
            server.look(Connection.START);
            return Reports.of(server, "");
        } catch (CallFailed failed) {
            return Reports.of(server, failed.words());
        }
    }

    /** Approves what the server was last seen with; empty when that is what was approved before. */
    public Optional<ServerReport> approve(String name) {
        McpServer server = named(name);
        return server.approve().map(pins -> Reports.of(server, ""));
    }

    /** Forgets what was approved, so that the server is taken as new; false when it was never seen. */
    public boolean forget(String name) {
        return named(name).forget();
    }

    private McpServer named(String name) {
        return servers.stream()
                .filter(server -> server.config().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        "settings",
                        List.of("there is no MCP server '%s'; %s"
                                .formatted(
                                        name,
                                        servers.isEmpty()
                                                ? "none is configured: add a table [mcp.NAME] with a command or a url"
                                                : "there are: " + String.join(", ", names())))));
    }

    /** Ends all servers and what they started. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException endingAlready) {
            return;
        }
    }

    private void stop() {
        List<Thread> closing = servers.stream()
                .map(server -> StdioWire.daemon("mcp-close", server::close))
                .toList();
        closing.forEach(Thread::start);
        for (Thread each : closing) {
            try {
                each.join();
            } catch (InterruptedException inAHurry) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
