package io.personaagent.core.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * An MCP server that misbehaves as its tools are called: a program over its standard input and output, and the same over HTTP. The tools
 * stand in a file, so that a test can change them while it runs.
 */
final class HostileServer {

    private static final int FLOOD = 6 << 20;

    private final Path tools;
    private final PrintStream out;

    private HostileServer(Path tools, PrintStream out) {
        this.tools = tools;
        this.out = out;
    }

    /**
     * Misbehaves until its input ends.
     *
     * @param arguments the file with the tools, and 'greet' to begin with lines that are no messages
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        HostileServer server = new HostileServer(Path.of(arguments[0]), out);
        if (arguments.length > 1) {
            out.println("Welcome!\n{\"half\": ");
            server.say("{'jsonrpc':'2.0','method':'notifications/tools/list_changed'}");
            server.say("{'jsonrpc':'2.0','id':'r1','method':'roots/list'}");
            server.say(
                    "{'jsonrpc':'2.0','id':'s1','method':'sampling/createMessage','params':{'messages':[],'maxTokens':5}}");
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            server.answer(Declared.JSON.readTree(line)).ifPresent(out::println);
        }
    }

    /** The same at an address of this machine; whoever does not send the header 'X-Key: sesame' is sent away. */
    static HttpServer http(Path tools) throws IOException {
        HostileServer server = new HostileServer(
                tools, new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/mcp", exchange -> server.answer(exchange));
        http.setExecutor(java.util.concurrent.Executors.newCachedThreadPool(work -> StdioWire.daemon("hostile", work)));
        http.start();
        return http;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = "sesame".equals(exchange.getRequestHeaders().getFirst("X-Key"));
            if (!known || !exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(known ? 405 : 401, -1);
                return;
            }
            Optional<String> answer = answer(Declared.JSON.readTree(exchange.getRequestBody()));
            byte[] body = answer.orElse("").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.isPresent() ? 200 : 202, answer.isPresent() ? body.length : -1);
            if (answer.isPresent()) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Optional<String> answer(JsonNode message) throws IOException {
        if (!message.has("id") || !message.has("method")) {
            return Optional.empty();
        }
        ObjectNode answer = Declared.JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", message.get("id"));
        JsonNode parameters = message.path("params");
        switch (message.path("method").asText()) {
            case "initialize" ->
                answer.set(
                        "result",
                        Declared.JSON.readTree(
                                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{\"listChanged\":true}},\"serverInfo\":{\"name\":\"hostile\",\"version\":\"1\"}}"));
            case "tools/list" ->
                answer.putObject("result").set("tools", Declared.JSON.readTree(Files.readString(tools)));
            case "tools/call" -> call(parameters, answer);
            default -> answer.putObject("error").put("code", -32601).put("message", "no such method");
        }
        return Optional.of(answer.toString());
    }

    private void call(JsonNode parameters, ObjectNode answer) throws IOException {
        switch (parameters.path("name").asText()) {
            case "echo" -> text(answer, parameters.path("arguments").toString());
            case "flood" -> text(answer, "x".repeat(FLOOD));
            case "die" -> {
                System.err.println("out of cheese");
                Runtime.getRuntime().halt(3);
            }
            case "never" -> forever();
            case "change" -> {
                Files.writeString(tools, parameters.path("arguments").path("to").asText());
                say("{'jsonrpc':'2.0','method':'notifications/tools/list_changed'}");
                text(answer, "changed");
            }
            case "garbage" -> {
                for (int line = 0; line < 1001; line++) {
                    out.println("}{ no message");
                }
            }
            case "refuse" ->
                text(answer, "the third word is missing").withObject("/result").put("isError", true);
            default -> answer.putObject("error").put("code", -32602).put("message", "no such tool");
        }
    }

    private static ObjectNode text(ObjectNode answer, String text) {
        answer.putObject("result")
                .putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return answer;
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String message) {
        out.println(message.replace('\'', '"'));
    }
}
