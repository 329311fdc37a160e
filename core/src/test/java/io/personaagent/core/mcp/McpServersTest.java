package io.personaagent.core.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server of bad will can do to the house, and what it cannot. */
class McpServersTest extends HostileHouse {

    @Test
    void call_sendsArgumentsAsTheSchemaWantsThem() {
        assertThat(call("echo", Map.of("text", "hello", "number", "42")))
                .isEqualTo(ToolResult.done("{\"number\":42,\"text\":\"hello\"}"));
        assertThat(call("refuse", Map.of())).isEqualTo(ToolResult.failed(Fault.CALLER, "the third word is missing"));
    }

    @Test
    void call_ofAServerThatDiesFailsAtOnceAndStartsItAgain() {
        assertThat(call("die", Map.of()))
                .isEqualTo(ToolResult.failed(
                        Fault.WORLD, "the MCP server 'bad': it ended with code 3 and said 'out of cheese'"));

        assertThat(call("echo", Map.of("text", "again"))).isEqualTo(ToolResult.done("{\"text\":\"again\"}"));
    }

    @Test
    void call_ofAServerThatDiesAgainAndAgainIsNotMadeForAWhile() {
        ToolResult dead =
                ToolResult.failed(Fault.WORLD, "the MCP server 'bad': it ended with code 3 and said 'out of cheese'");
        assertThat(call("die", Map.of())).isEqualTo(dead);
        assertThat(call("die", Map.of())).isEqualTo(dead);

        assertThat(call("echo", Map.of()))
                .isInstanceOfSatisfying(
                        ToolResult.Failed.class,
                        failed -> assertThat(failed.message())
                                .matches(
                                        "the MCP server 'bad': it ended with code 3 and said 'out of cheese'; it is started again in [1-4] s"));
    }

    @Test
    void call_endsAServerThatFloods() {
        assertThat(call("flood", Map.of()))
                .isEqualTo(ToolResult.failed(
                        Fault.WORLD, "the MCP server 'bad': it sent a message of more than 4194304 bytes"));
        assertThat(running()).isZero();
    }

    @Test
    void call_endsAServerThatWritesGarbage() {
        assertThat(call("garbage", Map.of()))
                .isEqualTo(ToolResult.failed(
                        Fault.WORLD, "the MCP server 'bad': it wrote more than 1000 lines that are no messages"));
    }

    @Test
    void call_waitsNoLongerThanItsDeadline() {
        open().look("bad");

        ToolResult result = tool("never")
                .call(io.personaagent.tools.Arguments.of(Map.of()), Lent.until(() -> Duration.ofSeconds(2)));

        assertThat(result)
                .isEqualTo(ToolResult.failed(Fault.WORLD, "the MCP server 'bad': it did not answer within 2 s"));
    }

    @Test
    void close_leavesNoProcessBehind() {
        open().look("bad");
        assertThat(running()).isEqualTo(1);

        servers.close();

        assertThat(running()).isZero();
    }

    @Test
    void overHttp_isTheSame() throws IOException {
        HttpServer http = HostileServer.http(tools);
        try {
            table.clear();
            table.put(
                    "bad.url",
                    "http://127.0.0.1:%d/mcp".formatted(http.getAddress().getPort()));
            assertThat(open(Map.of("KEY", "wrong")).look("bad").trouble()).startsWith("cannot be reached: ");
            servers.close();

            table.put("bad.headers.X-Key", "KEY");
            open(Map.of("KEY", "sesame")).look("bad");

            assertThat(specs(servers).get(0).permissions())
                    .extracting(Object::toString)
                    .containsExactly("network:127.0.0.1");
            assertThat(call("echo", Map.of("text", "hello"))).isEqualTo(ToolResult.done("{\"text\":\"hello\"}"));
            assertThat(call("flood", Map.of()))
                    .isInstanceOfSatisfying(ToolResult.Failed.class, failed -> assertThat(failed.fault())
                            .isEqualTo(Fault.WORLD));
            assertThat(tool("never")
                            .call(
                                    io.personaagent.tools.Arguments.of(Map.of()),
                                    Lent.until(() -> Duration.ofSeconds(2))))
                    .isEqualTo(ToolResult.failed(Fault.WORLD, "the MCP server 'bad': it did not answer within 2 s"));
        } finally {
            http.stop(0);
        }
    }
}
