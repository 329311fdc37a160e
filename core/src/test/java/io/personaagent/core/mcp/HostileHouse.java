package io.personaagent.core.mcp;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.args.Parameters;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Deadline;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A house with a server of bad will. */
class HostileHouse {

    static final Deadline PATIENT = () -> Duration.ofSeconds(30);
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path home;

    Path tools;
    final Map<String, String> table = new TreeMap<>();
    McpServers servers = McpServers.of(Map.of(), Path.of("mcp"), Map.of());

    @BeforeEach
    void configure() throws IOException {
        tools = home.resolve("tools.json");
        declare(List.of("echo", "flood", "die", "never", "change", "garbage", "refuse"));
        table.put(
                "bad.command",
                json(
                        JAVA,
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileServer.class.getName(),
                        tools.toString(),
                        "greet"));
        table.put("bad.read_only", json("echo"));
    }

    @AfterEach
    void end() {
        servers.close();
    }

    McpServers open() {
        return open(System.getenv());
    }

    McpServers open(Map<String, String> environment) {
        servers = McpServers.of(table, home.resolve("mcp"), environment);
        return servers;
    }

    ToolResult call(String tool, Map<String, Object> arguments) {
        if (servers.names().isEmpty()) {
            open().look("bad");
        }
        return call(tool(tool), arguments);
    }

    ToolResult call(Tool tool, Map<String, Object> arguments) {
        Arguments read =
                Parameters.of(tool, tool.spec()).read(Arguments.of(arguments)).arguments();
        return tool.call(read, Lent.until(PATIENT));
    }

    final Map<String, Tool> met = new TreeMap<>();

    /** Also one that is no longer offered. */
    Tool tool(String name) {
        servers.offers()
                .get(0)
                .provider()
                .tools(ToolSettings.NONE)
                .forEach(tool -> met.put(tool.spec().name(), tool));
        return requireNonNull(met.get("bad_" + name), name);
    }

    static List<ToolSpec> specs(McpServers servers) {
        return servers.offers().get(0).provider().tools(ToolSettings.NONE).stream()
                .map(Tool::spec)
                .toList();
    }

    static long running() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .count();
    }

    void declare(List<String> names) throws IOException {
        ArrayNode all = Declared.JSON.createArrayNode();
        for (String name : names) {
            ObjectNode tool = all.addObject().put("name", name).put("description", "says " + name);
            ObjectNode properties =
                    tool.putObject("inputSchema").put("type", "object").putObject("properties");
            properties.putObject("text").put("type", "string");
            properties.putObject("number").put("type", "integer");
            properties.putObject("to").put("type", "string");
        }
        Files.writeString(tools, all.toString());
    }

    static String json(String... words) {
        return Declared.JSON.valueToTree(words).toString();
    }
}
