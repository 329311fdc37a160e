package io.personaagent.core.mcp;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Stands before a transport: a server may answer, and of what it says unasked only that its tools changed is heard. Also tells a server
 * that a call is no longer waited for, which the SDK does not.
 */
final class Sieve implements McpClientTransport {

    /** Under this key a call carries a name of ours. */
    static final String CALL = "io.personaagent/call";

    private static final int MOST_REQUESTS = 1000;

    private final McpClientTransport wire;
    private final Runnable changed;
    private final Map<String, Object> calls = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    Sieve(McpClientTransport wire, Runnable changed) {
        this.wire = wire;
        this.changed = changed;
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return wire.connect(heard -> heard.filter(this::lets).flatMap(message -> handler.apply(Mono.just(message))));
    }

    private boolean lets(JSONRPCMessage message) {
        if (message instanceof JSONRPCNotification notification) {
            if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED)) {
                changed.run();
            }
            return false;
        }
        return !(message instanceof JSONRPCRequest) || requests.incrementAndGet() <= MOST_REQUESTS;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        if (message instanceof JSONRPCRequest request
                && request.params() instanceof CallToolRequest call
                && call.meta() != null
                && call.meta().get(CALL) instanceof String name) {
            calls.put(name, request.id());
        }
        return wire.sendMessage(message);
    }

    /** The call has its answer. */
    void done(String call) {
        calls.remove(call);
    }

    /** Nobody waits for the call any more. */
    void cancelled(String call) {
        Object id = calls.remove(call);
        if (id != null) {
            Map<String, Object> which = Map.of("requestId", id, "reason", "not waited for any longer");
            wire.sendMessage(new JSONRPCNotification(McpSchema.JSONRPC_VERSION, "notifications/cancelled", which))
                    .subscribe(sent -> {}, gone -> {});
        }
    }

    @Override
    public void setExceptionHandler(Consumer<Throwable> handler) {
        wire.setExceptionHandler(handler);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return wire.closeGracefully();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return wire.unmarshalFrom(data, type);
    }

    @Override
    public List<String> protocolVersions() {
        return wire.protocolVersions();
    }
}
