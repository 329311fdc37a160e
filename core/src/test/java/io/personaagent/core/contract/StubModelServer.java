package io.personaagent.core.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A model server on this machine that follows a script of {@link StubReply}s, one for each request, and remembers what it was asked. The
 * last reply is repeated when the script is at its end. Answers on any path.
 */
public final class StubModelServer implements AutoCloseable {

    /** A request as it came in. */
    public record Received(String path, String authorization, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stub-model-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<StubReply> script = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();
    private Function<Received, StubReply> roles = request -> scripted();

    public StubModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What comes next in the script. */
    public synchronized StubModelServer then(StubReply reply) {
        script.add(reply);
        return this;
    }

    /** From now on each request is answered as this says, instead of by the script. */
    public synchronized StubModelServer answering(Function<Received, StubReply> role) {
        roles = role;
        return this;
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The base URL for a client that speaks OpenAI's protocol. */
    public String openAiUrl() {
        return address() + "/v1";
    }

    /** The requests so far, in order. */
    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Stops at once; whoever still waits for an answer loses the connection. */
    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            next(exchange, body).send(exchange, body.matches("(?s).*\"stream\"\\s*:\\s*true.*"));
        } catch (IOException | InterruptedException clientLeftOrServerStops) {
            exchange.close();
        }
    }

    private synchronized StubReply next(HttpExchange exchange, String body) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Received request =
                new Received(exchange.getRequestURI().toString(), authorization == null ? "" : authorization, body);
        received.add(request);
        return roles.apply(request);
    }

    private synchronized StubReply scripted() {
        StubReply next = script.size() > 1 ? script.poll() : script.peek();
        return next == null ? StubReply.status(500, "text/plain", "the script is empty") : next;
    }
}
