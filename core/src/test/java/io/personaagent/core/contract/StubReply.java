package io.personaagent.core.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What a stub model server does with one request; {@code streamed} says whether the client asked for a stream. */
@FunctionalInterface
public interface StubReply {

    void send(HttpExchange exchange, boolean streamed) throws IOException, InterruptedException;

    /** A call as the server asks for it; the arguments are passed on as they are, valid JSON or not. */
    record Call(String id, String tool, String arguments) {}

    /** An answer in OpenAI's form, whole or as a stream. */
    static StubReply text(String text) {
        return message(new ObjectMapper().createObjectNode().put("content", text), "stop");
    }

    /** Calls in OpenAI's form, all in one step. */
    static StubReply calls(Call... calls) {
        return calls("tool_calls", calls);
    }

    /** The same, which ends for this reason. */
    static StubReply calls(String finishReason, Call... calls) {
        ObjectNode message = new ObjectMapper().createObjectNode().putNull("content");
        ArrayNode list = message.putArray("tool_calls");
        for (int i = 0; i < calls.length; i++) {
            ObjectNode call =
                    list.addObject().put("index", i).put("id", calls[i].id()).put("type", "function");
            call.putObject("function").put("name", calls[i].tool()).put("arguments", calls[i].arguments());
        }
        return message(message, finishReason);
    }

    /** A message in OpenAI's form that ends for this reason, in one piece or as a stream of one chunk. */
    static StubReply message(ObjectNode message, String finishReason) {
        return (exchange, streamed) -> {
            if (streamed) {
                events(exchange, List.of(chunk(message, null), chunk(null, finishReason), "[DONE]"), 0);
            } else {
                body(exchange, 200, "application/json", whole(message, finishReason));
            }
        };
    }

    /** The same answer in one piece, whatever was asked for. */
    static StubReply neverStreamed(StubReply reply) {
        return (exchange, streamed) -> reply.send(exchange, false);
    }

    /** A status with a body and headers, given as name and value in turn. */
    static StubReply status(int status, String contentType, String body, String... headers) {
        return (exchange, streamed) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            body(exchange, status, contentType, body);
        };
    }

    /** Server-sent events, word for word, properly ended. */
    static StubReply stream(String... events) {
        return (exchange, streamed) -> events(exchange, Arrays.asList(events), 0);
    }

    /** Pieces of an answer, then the connection is gone. */
    static StubReply cutStream(String... pieces) {
        return (exchange, streamed) -> events(
                exchange,
                Arrays.stream(pieces)
                        .map(piece ->
                                chunk(new ObjectMapper().createObjectNode().put("content", piece), null))
                        .toList(),
                1000);
    }

    /** The connection is closed without a word. */
    static StubReply reset() {
        return (exchange, streamed) -> exchange.close();
    }

    /** Nothing, until the server is closed; {@code reached} tells when it has begun. */
    static StubReply hang(CountDownLatch reached) {
        return (exchange, streamed) -> {
            reached.countDown();
            new CountDownLatch(1).await();
        };
    }

    /** Headers and a first piece, then nothing until the server is closed. */
    static StubReply hangAfter(String piece, CountDownLatch reached) {
        return (exchange, streamed) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            String chunk = chunk(new ObjectMapper().createObjectNode().put("content", piece), null);
            body.write(("data: " + chunk + "\n\n").getBytes(UTF_8));
            body.flush();
            reached.countDown();
            new CountDownLatch(1).await();
        };
    }

    /** A JSON text of so many bytes. */
    static StubReply huge(long bytes) {
        return (exchange, streamed) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes);
            byte[] block = "x".repeat(64 * 1024).getBytes(UTF_8);
            for (long left = bytes; left > 0; left -= block.length) {
                exchange.getResponseBody().write(block, 0, (int) Math.min(left, block.length));
            }
        };
    }

    private static String whole(ObjectNode message, String finishReason) {
        ObjectNode root = envelope("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").setAll(message);
        root.putObject("usage")
                .put("prompt_tokens", 42)
                .put("completion_tokens", 7)
                .put("total_tokens", 49);
        return root.toString();
    }

    private static String chunk(@Nullable ObjectNode delta, @Nullable String finishReason) {
        ObjectNode root = envelope("chat.completion.chunk");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
        choice.putObject("delta").setAll(delta == null ? new ObjectMapper().createObjectNode() : delta);
        return root.toString();
    }

    private static ObjectNode envelope(String object) {
        return new ObjectMapper()
                .createObjectNode()
                .put("id", "stub-1")
                .put("object", object)
                .put("created", 1)
                .put("model", "stub");
    }

    private static void events(HttpExchange exchange, List<String> events, int missingBytes) throws IOException {
        StringBuilder stream = new StringBuilder();
        events.forEach(event -> stream.append("data: ").append(event).append("\n\n"));
        byte[] bytes = stream.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, bytes.length + missingBytes);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    private static void body(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
