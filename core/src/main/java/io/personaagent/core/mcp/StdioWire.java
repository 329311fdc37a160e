package io.personaagent.core.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Speaks with a program over its standard input and output, one message in a line. The SDK's own transport hands on the whole environment,
 * stops at the first line that is no message, does not tell that the program has ended, and leaves its children behind.
 */
final class StdioWire implements McpClientTransport {

    private static final Logger LOG = LoggerFactory.getLogger(StdioWire.class);
    private static final int MOST_WAITING = 256;
    private static final int MOST_GARBAGE = 1000;

    private final ServerProcess process;
    private final McpJsonMapper json;
    private final Consumer<String> ended;
    private final ExecutorService writing;

    /** @param ended hears once why nothing more will come */
    StdioWire(ServerProcess process, McpJsonMapper json, Consumer<String> ended) {
        this.process = process;
        this.json = json;
        this.ended = ended;
        this.writing = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> daemon("mcp-in", work));
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> daemon("mcp-out", () -> listen(handler)).start());
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            try {
                byte[] line = (json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
                writing.execute(() -> write(line));
            } catch (RejectedExecutionException full) {
                throw new IllegalStateException("it does not read what it is sent", full);
            } catch (IOException cannotBe) {
                throw new IllegalStateException(cannotBe);
            }
        });
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(() -> {
            writing.shutdownNow();
            process.stop();
        });
    }

    private void write(byte[] line) {
        try {
            OutputStream in = process.in();
            in.write(line);
            in.flush();
        } catch (IOException gone) {
            LOG.debug("an MCP server does not listen any more", gone);
        }
    }

    private void listen(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        String reason = hearAll(handler);
        process.stop();
        ended.accept(reason);
    }

    /** Returns why nothing more is heard. */
    private String hearAll(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        try (InputStream out = new BufferedInputStream(process.out())) {
            Lines lines = new Lines(out, Declared.LARGEST_MESSAGE);
            int garbage = 0;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                garbage += heard(line.get(), handler) ? 0 : 1;
                if (garbage > MOST_GARBAGE) {
                    throw new IOException("it wrote more than %d lines that are no messages".formatted(MOST_GARBAGE));
                }
            }
            return process.farewell();
        } catch (IOException unusable) {
            return String.valueOf(unusable.getMessage());
        }
    }

    /** Many programs greet on their standard output. */
    private boolean heard(String line, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        if (line.isBlank()) {
            return true;
        }
        try {
            JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(json, line);
            handler.apply(Mono.just(message))
                    .subscribe(done -> {}, wrong -> LOG.debug("an answer was of no use", wrong));
            return true;
        } catch (IOException | RuntimeException noMessage) {
            LOG.debug("a line of an MCP server is no message", noMessage);
            return false;
        }
    }
}
