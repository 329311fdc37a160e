package io.personaagent.core.model;

import io.personaagent.core.contract.StubReply;
import java.nio.charset.StandardCharsets;

/** How a provider says that a person likes tea. */
enum Dialect {
    OPENAI(
            "/v1",
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"You like tea\"}}]}",
            "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\ndata: [DONE]",
            "{\"choices\":[{\"message\":{\"content\":\"You like tea\"},\"finish_reason\":\"%s\"}]}",
            "stop length"),
    ANTHROPIC(
            "/v1",
            """
            {"type":"message_start","message":{"id":"1","model":"stub","usage":{"input_tokens":0,"output_tokens":0}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"You like tea"}}""",
            """
            {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"%s"},"usage":{"output_tokens":0}}

            event: message_stop
            data: {"type":"message_stop"}""",
            "{\"id\":\"1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"stub\",\"content\":[{\"type\":\"text\",\"text\":\"You like tea\"}],\"stop_reason\":\"%s\"}",
            "end_turn max_tokens"),
    /** Without any usage its client breaks when it is asked for an answer in one piece; Google always sends it. */
    GEMINI(
            "",
            "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"You like tea\"}]}}]}",
            "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"\"}]},\"finishReason\":\"%s\"}]}",
            "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"You like tea\"}]},\"finishReason\":\"%s\"}],\"usageMetadata\":{}}",
            "STOP MAX_TOKENS"),
    OLLAMA(
            "",
            "{\"model\":\"stub\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"You like tea\"},\"done\":false}",
            "{\"model\":\"stub\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"%s\"}",
            "{\"model\":\"stub\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"You like tea\"},\"done\":true,\"done_reason\":\"%s\"}",
            "stop length");

    private final String path;
    private final String piece;
    private final String end;
    private final String whole;
    private final String reasons;

    Dialect(String path, String piece, String end, String whole, String reasons) {
        this.path = path;
        this.piece = piece;
        this.end = end;
        this.whole = whole;
        this.reasons = reasons;
    }

    String provider() {
        return Provider.valueOf(name()).word();
    }

    String path() {
        return path;
    }

    /** All of it, in one piece or as a stream. */
    StubReply answer() {
        return answer(reasons.substring(0, reasons.indexOf(' ')));
    }

    /** It reached its longest length. */
    StubReply tooLong() {
        return answer(reasons.substring(reasons.indexOf(' ') + 1));
    }

    /** A stream that ends without its end. */
    StubReply endless() {
        return StubReply.status(200, type(), event("content_block_delta", piece));
    }

    /** A connection that is gone amid the answer. */
    StubReply cut() {
        return (exchange, streamed) -> {
            boolean asked = isStreamed(exchange.getRequestURI().toString(), streamed);
            byte[] bytes =
                    (asked ? event("message_start", piece) : whole.substring(0, 20)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", asked ? type() : "application/json");
            exchange.sendResponseHeaders(200, bytes.length + 1000L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    private StubReply answer(String reason) {
        StubReply stream = StubReply.status(
                200, type(), event("message_start", piece) + event("content_block_stop", end.formatted(reason)));
        StubReply all = StubReply.status(200, "application/json", whole.formatted(reason));
        return (exchange, streamed) ->
                (isStreamed(exchange.getRequestURI().toString(), streamed) ? stream : all).send(exchange, streamed);
    }

    /** Gemini's clients ask for a stream at another place, not in the body. */
    private static boolean isStreamed(String path, boolean streamed) {
        return streamed || path.contains("streamGenerateContent");
    }

    private String event(String name, String data) {
        return this == OLLAMA ? data + "\n" : "event: %s\ndata: %s\n\n".formatted(name, data);
    }

    private String type() {
        return this == OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }
}
