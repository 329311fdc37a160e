package io.personaagent.plugins.wikipedia;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A wiki on this machine that answers as a test wants and keeps the questions. */
final class WikiServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private WikiServer(HttpServer server) {
        this.server = server;
    }

    /** Answers each question, decoded, with this status and body. */
    static WikiServer answering(int status, Function<String, String> body) {
        WikiServer wiki = listening();
        wiki.server.createContext("/", exchange -> wiki.answer(exchange, status, body));
        return wiki;
    }

    /** Takes the question and says nothing until it is closed. */
    static WikiServer silent() {
        WikiServer wiki = listening();
        wiki.server.createContext("/w/api.php", exchange -> {
            try (exchange) {
                wiki.closing.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        return wiki;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> questions() {
        return List.copyOf(questions);
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private static WikiServer listening() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return new WikiServer(server);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private void answer(HttpExchange exchange, int status, Function<String, String> body) throws IOException {
        String question = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        questions.add(question);
        paths.add(exchange.getRequestURI().getPath());
        byte[] bytes = body.apply(question).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
