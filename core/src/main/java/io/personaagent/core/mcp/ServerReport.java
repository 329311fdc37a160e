package io.personaagent.core.mcp;

import java.util.List;

/**
 * How a server stands, for the person.
 *
 * @param name as it is configured
 * @param reach its command or address
 * @param trouble why it cannot be reached; empty when it could, or was not tried
 * @param tools that it was last seen with; none when it was never seen
 */
public record ServerReport(String name, String reach, String trouble, List<ToolReport> tools) {
    public ServerReport {
        tools = List.copyOf(tools);
    }
}
