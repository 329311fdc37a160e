package io.personaagent.core.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes wrong with a model server in the middle of an answer. */
public final class StubFaults {

    private static final String ANSWER =
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"You like 茶\"},\"finish_reason\":\"stop\"}]}";

    private StubFaults() {}

    /** One piece of an answer, as the data of an event. */
    public static String delta(String text) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}".formatted(text);
    }

    /** The end of an answer, as the data of an event. */
    public static String end(String reason) {
        return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}".formatted(reason);
    }

    /** Such events, or the beginning of an answer in one piece; so many of their bytes, then the connection is gone. */
    public static StubReply cut(String events, int bytesFromTheEnd) {
        return (exchange, streamed) -> {
            byte[] bytes = (streamed ? events : ANSWER).getBytes(UTF_8);
            begin(exchange, streamed, bytes.length + 1000L);
            exchange.getResponseBody().write(bytes, 0, bytes.length - bytesFromTheEnd);
            exchange.getResponseBody().flush();
        };
    }

    /** The same for ever. */
    public static StubReply endless() {
        return (exchange, streamed) -> {
            begin(exchange, streamed, 0);
            byte[] piece =
                    (streamed ? "data: " + delta("and ".repeat(250)) + "\n\n" : "[".repeat(1000)).getBytes(UTF_8);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(piece);
            }
        };
    }

    /** A byte now and then, none of them the end of anything. */
    public static StubReply drip() {
        return (exchange, streamed) -> {
            begin(exchange, streamed, 0);
            CountDownLatch never = new CountDownLatch(1);
            do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!never.await(20, TimeUnit.MILLISECONDS));
        };
    }

    /** A part of an answer, then nothing more. */
    public static StubReply hangAmid(String piece) {
        return (exchange, streamed) -> {
            begin(exchange, streamed, 0);
            exchange.getResponseBody()
                    .write((streamed ? "data: " + delta(piece) + "\n\n" : ANSWER.substring(0, 20)).getBytes(UTF_8));
            exchange.getResponseBody().flush();
            new CountDownLatch(1).await();
        };
    }

    /** All of an answer, but the connection stays open. */
    public static StubReply neverClosed() {
        return (exchange, streamed) -> {
            byte[] bytes = (streamed
                            ? "data: %s\n\ndata: %s\n\ndata: [DONE]\n\n".formatted(delta("You like 茶"), end("stop"))
                            : ANSWER)
                    .getBytes(UTF_8);
            begin(exchange, streamed, streamed ? 0 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            new CountDownLatch(1).await();
        };
    }

    private static void begin(HttpExchange exchange, boolean streamed, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", streamed ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(200, length);
    }
}
