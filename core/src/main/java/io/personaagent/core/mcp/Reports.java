package io.personaagent.core.mcp;

import java.util.List;
import java.util.Optional;

/** Tells how a server stands. */
final class Reports {

    private Reports() {}

    static ServerReport of(McpServer server, String trouble) {
        List<ToolReport> tools = server.pins()
                .map(pins -> pins.latest().stream()
                        .map(tool -> of(tool, pins, server))
                        .toList())
                .orElse(List.of());
        return new ServerReport(
                server.config().name(), server.config().reach().words(), Wording.visible(trouble), tools);
    }

    private static ToolReport of(Declared tool, Pins pins, McpServer server) {
        String before = Optional.ofNullable(pins.approved().tools().get(tool.name()))
                .filter(known -> !known.equals(tool))
                .map(Reports::shown)
                .orElse("");
        return new ToolReport(
                Wording.visible(tool.name()),
                pins.standing(tool, server.config().reach().identity()).word(),
                tool.hash(),
                shown(tool),
                before);
    }

    private static String shown(Declared tool) {
        return Wording.visible(tool.json().toPrettyString());
    }
}
