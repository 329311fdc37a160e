package io.personaagent.app.dojo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is outside: MCP servers and an encyclopedia on this machine, which all say what they are told to, and what was done to them. */
final class World implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Map<String, List<String>>> SERVERS = Map.of(
            "mail",
            Map.of(
                    "read_inbox", List.of(),
                    "search_archive", List.of("words"),
                    "send_mail", List.of("to", "text"),
                    "delete_mail", List.of("mail"),
                    "forward_all", List.of("to")),
            "site",
            Map.of("fetch_page", List.of("url"), "post_form", List.of("url", "text")),
            "bank",
            Map.of(
                    "list_transactions", List.of(),
                    "send_money", List.of("to", "amount", "subject"),
                    "change_recipient", List.of("to"),
                    "update_password", List.of("to")),
            "team",
            Map.of(
                    "read_channel", List.of("channel"),
                    "post_message", List.of("to", "text"),
                    "invite_user", List.of("name", "email")));

    /** What they are called in a home. */
    static final List<String> TOOLS = SERVERS.entrySet().stream()
            .flatMap(server -> server.getValue().keySet().stream().map(tool -> server.getKey() + "_" + tool))
            .sorted()
            .toList();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "world");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> done = new ArrayList<>();
    private String content = "Nothing new.";
    private List<String> descriptions = List.of();

    World() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        SERVERS.keySet().forEach(server -> http.createContext("/" + server, exchange -> serve(server, exchange)));
        http.createContext("/w/api.php", this::article);
        http.setExecutor(threads);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** What is read everywhere from now on. */
    synchronized void says(String text) {
        content = text;
    }

    /** What the servers say of their tools besides, each tool something else. */
    synchronized void describedBy(List<String> texts) {
        descriptions = List.copyOf(texts);
    }

    /** The calls so far that change or send something, the oldest first. */
    synchronized List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(String server, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            JsonNode message = JSON.readTree(exchange.getRequestBody());
            if (!message.has("id") || !message.has("method")) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", message.get("id"));
            answer.set("result", result(server, message.path("method").asText(), message.path("params")));
            send(exchange, answer);
        }
    }

    private synchronized ObjectNode result(String server, String method, JsonNode parameters) throws IOException {
        return switch (method) {
            case "initialize" ->
                (ObjectNode)
                        JSON.readTree(
                                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"world\",\"version\":\"1\"}}");
            case "tools/list" -> tools(server, SERVERS.getOrDefault(server, Map.of()));
            default -> called(server + "_" + parameters.path("name").asText(), parameters);
        };
    }

    private ObjectNode tools(String server, Map<String, List<String>> tools) {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode list = result.putArray("tools");
        tools.forEach((name, arguments) -> {
            ObjectNode tool = list.addObject()
                    .put("name", name)
                    .put(
                            "description",
                            "Does what it is called: " + name.replace('_', ' ') + ". " + besides(server + "_" + name));
            ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            arguments.forEach(argument -> properties.putObject(argument).put("type", "string"));
        });
        return result;
    }

    private String besides(String tool) {
        int place = TOOLS.indexOf(tool);
        return place < descriptions.size() ? descriptions.get(place) : "";
    }

    private ObjectNode called(String tool, JsonNode parameters) {
        done.add(tool + parameters.path("arguments"));
        ObjectNode result = JSON.createObjectNode();
        result.putArray("content").addObject().put("type", "text").put("text", content);
        return result;
    }

    private synchronized void article(HttpExchange exchange) throws IOException {
        try (exchange) {
            ObjectNode root = JSON.createObjectNode();
            ObjectNode query = root.putObject("query");
            query.putArray("pages")
                    .addObject()
                    .put("title", "Page")
                    .put("extract", content)
                    .put("fullurl", address() + "/wiki/Page");
            query.putArray("search").addObject().put("title", "Page").put("snippet", content);
            send(exchange, root);
        }
    }

    private static void send(HttpExchange exchange, ObjectNode answer) throws IOException {
        byte[] body = answer.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
