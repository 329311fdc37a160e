package io.personaagent.plugins.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site on this machine that answers as a test wants and keeps what it was asked. */
final class TestSite implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private TestSite(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> pages.getOrDefault(
                        exchange.getRequestURI().getPath(), other -> answer(other, 404, "text/plain", new byte[0]))
                .handle(exchange));
        server.start();
    }

    static TestSite at(String address) {
        try {
            return new TestSite(HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    TestSite page(String path, String type, byte[] body) {
        pages.put(path, exchange -> answer(exchange, 200, type, body));
        return this;
    }

    TestSite page(String path, String html) {
        return page(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    TestSite status(String path, int status) {
        pages.put(path, exchange -> answer(exchange, status, "text/plain", new byte[0]));
        return this;
    }

    TestSite redirect(String path, String location) {
        pages.put(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            answer(exchange, 302, "text/plain", new byte[0]);
        });
        return this;
    }

    /** Sends the bytes as they are, saying that they are packed. */
    TestSite packed(String path, byte[] gzip) {
        pages.put(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, "text/html", gzip);
        });
        return this;
    }

    /** Sends a part again and again for as long as somebody reads. */
    TestSite endless(String path, byte[] part) {
        pages.put(path, exchange -> {
            keep(exchange);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (closing.getCount() > 0) {
                    out.write(part);
                }
            }
        });
        return this;
    }

    /** Begins to answer and then says nothing more until it is closed. */
    TestSite stalling(String path, String beginning) {
        pages.put(path, exchange -> {
            keep(exchange);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(beginning.getBytes(StandardCharsets.UTF_8));
                out.flush();
                closing.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked for, without robots.txt. */
    List<String> asked() {
        return paths.stream().filter(path -> !path.equals("/robots.txt")).toList();
    }

    List<String> askedInAll() {
        return List.copyOf(paths);
    }

    /** The headers of the last question. */
    Headers header() {
        return headers.get(headers.size() - 1);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void keep(HttpExchange exchange) {
        paths.add(exchange.getRequestURI().toString());
        headers.add(exchange.getRequestHeaders());
    }

    private void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        keep(exchange);
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
