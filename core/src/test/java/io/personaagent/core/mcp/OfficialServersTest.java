package io.personaagent.core.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference servers of the protocol's makers, from npm; skipped where npx or the registry is not there. */
class OfficialServersTest {

    private static final String VERSION = "2026.8.31";

    @TempDir
    private Path home;

    private McpServers servers = McpServers.of(Map.of(), Path.of("mcp"), Map.of());

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void filesystem_readsAndWritesInItsFolder() throws IOException {
        Path folder = Files.createDirectories(home.resolve("shared")).toRealPath();
        Files.writeString(folder.resolve("poem.txt"), "Two roads diverged");
        List<Tool> tools = tools("files", "@modelcontextprotocol/server-filesystem@" + VERSION, folder.toString());

        assertThat(call(
                        tools,
                        "files_read_text_file",
                        Map.of("path", folder.resolve("poem.txt").toString())))
                .isEqualTo(ToolResult.done("Two roads diverged"));
        call(tools, "files_write_file", Map.of("path", folder.resolve("new.txt").toString(), "content", "written"));
        assertThat(folder.resolve("new.txt")).hasContent("written");
        assertThat(call(tools, "files_read_text_file", Map.of("path", "/etc/hostname")))
                .isInstanceOfSatisfying(ToolResult.Failed.class, failed -> assertThat(failed.message())
                        .contains("denied"));
    }

    @Test
    void memory_remembersAndLeavesNoProcess() {
        long before = ProcessHandle.current().descendants().count();
        List<Tool> tools = tools("memory", "@modelcontextprotocol/server-memory@" + VERSION);

        call(
                tools,
                "memory_create_entities",
                Map.of(
                        "entities",
                        List.of(Map.of("name", "Ada", "entityType", "person", "observations", List.of("likes tea")))));
        assertThat(call(tools, "memory_search_nodes", Map.of("query", "tea")))
                .isInstanceOfSatisfying(
                        ToolResult.Done.class, done -> assertThat(done.text()).contains("Ada"));

        servers.close();
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
    }

    private List<Tool> tools(String name, String... arguments) {
        servers = McpServers.of(
                Map.of(
                        name + ".command", "npx",
                        name + ".args",
                                Declared.JSON.valueToTree(arguments).toString().replaceFirst("\\[", "[\"-y\","),
                        name + ".set.MEMORY_FILE_PATH",
                                home.resolve("graph.jsonl").toString()),
                home.resolve("mcp"),
                System.getenv());
        ServerReport report = servers.look(name);
        assumeThat(report.trouble()).as("npx and the npm registry are needed").isEmpty();
        return servers.offers().get(0).provider().tools(ToolSettings.NONE);
    }

    private static ToolResult call(List<Tool> tools, String name, Map<String, Object> arguments) {
        return tools.stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        tools.stream().map(tool -> tool.spec().name()).toList()))
                .call(Arguments.of(arguments), Lent.until(() -> Duration.ofSeconds(30)));
    }
}
