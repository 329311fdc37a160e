package io.personaagent.core.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.personaagent.tools.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** A server that runs and has introduced itself. Thread-safe; waits no longer than it is told, and not at all once the server has ended. */
final class Connection implements AutoCloseable {

    /** The first start of a program may have to load it from a registry. */
    static final Duration START = Duration.ofSeconds(60);

    private static final Duration BACKSTOP = Duration.ofMinutes(5);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final int MOST_TOOLS = 128;
    private static final int INVALID_PARAMETERS = -32602;
    private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(Declared.JSON);

    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Sieve sieve;
    private final McpAsyncClient client;
    private final Runnable lookAround;

    private Connection(Reach reach, Map<String, String> environment, Runnable changed) throws IOException {
        McpClientTransport wire;
        if (reach instanceof Reach.Command command) {
            ServerProcess process = ServerProcess.start(command, environment);
            wire = new StdioWire(process, MAPPER, ended::complete);
            this.lookAround = process::lookAround;
        } else if (reach instanceof Reach.Address address) {
            wire = http(address, environment);
            this.lookAround = () -> {};
        } else {
            throw new IllegalArgumentException("reach is %s".formatted(reach));
        }
        this.sieve = new Sieve(wire, changed);
        this.client = McpClient.async(sieve)
                .clientInfo(Implementation.builder("PersonaAgent", "1").build())
                .requestTimeout(BACKSTOP)
                .initializationTimeout(START)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
                .build();
    }

    /**
     * Starts or calls the server and introduces us.
     *
     * @param changed is told when the server says that its tools are others now
     */
    static Connection open(Reach reach, Map<String, String> environment, Runnable changed, Duration atMost)
            throws CallFailed {
        try {
            Connection connection = new Connection(reach, environment, changed);
            connection.introduce(atMost);
            return connection;
        } catch (IOException cannot) {
            throw new CallFailed(Fault.WORLD, "cannot be started: %s".formatted(cannot.getMessage()));
        }
    }

    private void introduce(Duration atMost) throws CallFailed {
        try {
            await(client.initialize(), atMost);
            lookAround.run();
        } catch (CallFailed silent) {
            close();
            throw silent;
        }
    }

    private static McpClientTransport http(Reach.Address address, Map<String, String> environment) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (Map.Entry<String, String> header : address.headers().entrySet()) {
            request.header(header.getKey(), ServerProcess.valueOf(header.getValue(), environment));
        }
        URI url = address.url();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
                .endpoint(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .clientBuilder(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER))
                .requestBuilder(request)
                .connectTimeout(CONNECT)
                .maxResponseSize(Declared.LARGEST_MESSAGE)
                .jsonMapper(MAPPER)
                .build();
    }

    boolean isOpen() {
        return !ended.isDone();
    }

    /** Why nothing more comes of it; empty while it is open. */
    String end() {
        return ended.getNow("");
    }

    /** All tools that the server declares, at most {@value #MOST_TOOLS}. */
    List<Declared> tools(Duration atMost) throws CallFailed {
        List<Declared> tools = new ArrayList<>();
        String cursor = null;
        do {
            ListToolsResult page = await(client.listTools(cursor), atMost);
            page.tools().stream().map(Declared::of).forEach(tools::add);
            cursor = page.nextCursor();
        } while (cursor != null && tools.size() < MOST_TOOLS);
        return tools.stream().limit(MOST_TOOLS).toList();
    }

    CallToolResult call(String tool, Map<String, Object> arguments, Duration atMost) throws CallFailed {
        String call = UUID.randomUUID().toString();
        boolean answered = false;
        try {
            CallToolResult result =
                    await(client.callTool(new CallToolRequest(tool, arguments, Map.of(Sieve.CALL, call))), atMost);
            answered = true;
            return result;
        } finally {
            if (answered) {
                sieve.done(call);
            } else {
                sieve.cancelled(call);
            }
        }
    }

    @Override
    public void close() {
        ended.complete("it was closed");
        client.closeGracefully()
                .onErrorComplete()
                .toFuture()
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private <T> T await(Mono<T> answer, Duration atMost) throws CallFailed {
        CompletableFuture<T> coming = answer.toFuture();
        try {
            CompletableFuture.anyOf(coming, ended).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            if (!coming.isDone()) {
                throw new CallFailed(Fault.WORLD, ended.join());
            }
            return coming.get();
        } catch (ExecutionException refused) {
            throw failure(refused.getCause() == null ? refused : refused.getCause());
        } catch (TimeoutException late) {
            throw new CallFailed(Fault.WORLD, "it did not answer within %d s".formatted(atMost.toSeconds()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Fault.CALLER, "cancelled");
        } finally {
            coming.cancel(true);
        }
    }

    private static CallFailed failure(Throwable cause) {
        if (cause instanceof McpError error && error.getJsonRpcError() != null) {
            boolean ours = error.getJsonRpcError().code() == INVALID_PARAMETERS;
            return new CallFailed(
                    ours ? Fault.CALLER : Fault.TOOL,
                    "it answers: " + error.getJsonRpcError().message());
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new CallFailed(Fault.WORLD, "cannot be reached: " + Wording.plain(said, 300));
    }
}
