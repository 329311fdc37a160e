package io.personaagent.core.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.util.List;
import java.util.stream.Collectors;

/** What a server answered, as text; what is no text is named with its size and never shown. */
final class Results {

    private Results() {}

    /** A server's own "it did not work" is meant for who called. */
    static ToolResult of(CallToolResult result) {
        String text = text(result);
        return Boolean.TRUE.equals(result.isError())
                ? ToolResult.failed(Fault.CALLER, text.isEmpty() ? "it did not work" : text)
                : ToolResult.done(text);
    }

    private static String text(CallToolResult result) {
        List<Content> parts = result.content() == null ? List.of() : result.content();
        String text = parts.stream().map(Results::part).collect(Collectors.joining("\n"));
        return text.isBlank() && result.structuredContent() != null ? json(result.structuredContent()) : text;
    }

    private static String part(Content part) {
        if (part instanceof TextContent text) {
            return text.text();
        }
        if (part instanceof ImageContent image) {
            return binary(image.mimeType(), image.data());
        }
        if (part instanceof AudioContent audio) {
            return binary(audio.mimeType(), audio.data());
        }
        if (part instanceof ResourceLink link) {
            return "[%s]".formatted(link.uri());
        }
        return part instanceof EmbeddedResource embedded && embedded.resource() instanceof TextResourceContents text
                ? text.text()
                : "[%s, not shown]".formatted(part.type());
    }

    private static String binary(String type, String base64) {
        return "[%s of %d bytes, not shown]".formatted(type, base64.length() * 3L / 4);
    }

    private static String json(Object structured) {
        try {
            return Declared.JSON.writeValueAsString(structured);
        } catch (JsonProcessingException unwritable) {
            return "[an answer that cannot be shown]";
        }
    }
}
