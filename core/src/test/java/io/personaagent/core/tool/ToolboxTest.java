package io.personaagent.core.tool;

import static io.personaagent.core.tool.Calls.awaited;
import static io.personaagent.core.tool.Calls.call;
import static io.personaagent.core.tool.Calls.catalogue;
import static io.personaagent.core.tool.Calls.effect;
import static io.personaagent.core.tool.Calls.minute;
import static io.personaagent.core.tool.Calls.policy;
import static io.personaagent.core.tool.Calls.run;
import static io.personaagent.core.tool.Calls.tool;
import static io.personaagent.core.tool.Calls.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Consent;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Permission;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {

    @TempDir
    private Path temp;

    @Test
    void run_answersInTheOrderOfTheCalls() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        Toolbox tools = toolbox(
                TestTool.of("first", (arguments, context) -> {
                    awaited(secondIsDone);
                    return ToolResult.done("one");
                }),
                TestTool.of("second", (arguments, context) -> {
                    secondIsDone.countDown();
                    return ToolResult.done("two");
                }));

        List<Observation> observed = tools.run(use(call("first"), call("second")), minute());

        assertThat(observed)
                .extracting(Observation::result)
                .containsExactly(ToolResult.done("one"), ToolResult.done("two"));
        assertThat(observed).extracting(Observation::approvedBy).containsOnly("policy");
        assertThat(observed.get(0).call()).isEqualTo(call("first"));
    }

    @Test
    void run_namesTheToolsWhenThereIsNoSuchTool() {
        Toolbox tools = toolbox(tool("add_note", "done"), tool("clock", "done"));

        Observation observed = run(tools, call("note"));

        assertThat(observed.result())
                .isEqualTo(ToolResult.failed(Fault.CALLER, "there is no tool 'note'; there are: add_note, clock"));
        assertThat(observed.approvedBy()).isEqualTo("nobody");
        assertThat(run(toolbox(), call("x")).result())
                .isEqualTo(ToolResult.failed(Fault.CALLER, "there is no tool 'x'; there are none"));
    }

    @Test
    void run_checksTheArgumentsBeforeTheTool() {
        JsonObjectSchema schema = JsonObjectSchema.builder()
                .addStringProperty("text")
                .addIntegerProperty("days")
                .required("text")
                .build();
        AtomicInteger called = new AtomicInteger();
        Toolbox tools = toolbox(new TestTool(TestTool.spec("remind", Effect.READ, schema), (arguments, context) -> {
            called.incrementAndGet();
            return ToolResult.done("");
        }));
        ToolCall wrong = new ToolCall("1", "remind", Arguments.of(Map.of("days", "soon")));

        assertThat(run(tools, wrong).result())
                .isEqualTo(ToolResult.failed(
                        Fault.CALLER,
                        "remind: argument 'text' is missing; expected text;"
                                + " argument 'days' is soon (String); expected a whole number"));
        assertThat(called).hasValue(0);
    }

    @Test
    void run_saysWhoCanMendWhatAToolThrew() {
        assertFailed(Fault.CALLER, "t: argument 'x' is odd", thrower(new BadArgumentException("argument 'x' is odd")));
        assertFailed(Fault.WORLD, "t: no route", thrower(new UncheckedIOException("no route", new IOException())));
        assertFailed(Fault.WORLD, "t: disk is full", thrower(new MemoryException("disk is full")));
        assertFailed(
                Fault.TOOL,
                "t broke: java.lang.IllegalStateException: oops",
                thrower(new IllegalStateException("oops")));
        assertFailed(Fault.TOOL, "t broke: java.lang.IllegalStateException", thrower(new IllegalStateException()));
        assertFailed(Fault.TOOL, "t broke: java.lang.StackOverflowError", (arguments, context) -> endless(context));
        assertFailed(Fault.TOOL, "t broke: java.lang.NoSuchMethodError: gone", (arguments, context) -> {
            throw new NoSuchMethodError("gone");
        });
        assertFailed(Fault.WORLD, "closed", (arguments, context) -> ToolResult.failed(Fault.WORLD, "closed"));
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless plugin does
    void run_saysWhenAToolReturnedNull() {
        assertFailed(Fault.TOOL, "t broke: it returned null instead of a result", (arguments, context) -> null);
    }

    @Test
    void run_asksForApprovalBeforeAnyCallIsMade() {
        List<String> happened = new ArrayList<>();
        Asker asker = request -> {
            happened.add("asked " + request.spec().name());
            return request.spec().name().equals("send") ? Consent.ONCE : Consent.NO;
        };
        Toolbox tools = new Toolbox(
                catalogue(effect("send", Effect.EXTERNAL, happened), effect("order", Effect.EXTERNAL, happened)),
                new FakeLending(temp),
                ToolLimits.USUAL,
                policy(asker));

        List<Observation> observed = tools.run(use(call("send"), call("order")), minute());

        assertThat(happened).containsExactly("asked send", "asked order", "ran send");
        assertThat(observed).extracting(Observation::approvedBy).containsExactly("person", "nobody");
        assertThat(observed.get(1).result())
                .isEqualTo(ToolResult.failed(
                        Fault.CALLER,
                        "'order' would change or send something outside this machine and was not approved"));
    }

    @Test
    void run_takesAnAskerThatBreaksForANo() {
        Toolbox tools = new Toolbox(
                catalogue(effect("note", Effect.WRITE, new ArrayList<>())),
                new FakeLending(temp),
                ToolLimits.USUAL,
                policy(request -> {
                    throw new IllegalStateException("terminal is gone");
                }));

        Observation observed = tools.run(
                        new Step.UseTools(List.of(call("note")), Influence.UNTRUSTED_CONTENT), minute())
                .get(0);

        assertThat(observed.result())
                .isEqualTo(ToolResult.failed(
                        Fault.CALLER, "'note' would change what is kept for you and was not approved"));
    }

    @Test
    void run_lendsWhatBelongsToTheProviderAndThePerson() {
        Toolbox tools = toolbox(TestTool.of(
                "look",
                (arguments, context) -> ToolResult.done("%s %s %s %s %s"
                        .formatted(
                                context.user(),
                                context.clock().getZone(),
                                context.preferences().values(),
                                context.shelf().get("k").orElseThrow(),
                                temp.relativize(context.workspace())))));

        assertThat(run(tools, call("look")).result())
                .isEqualTo(ToolResult.done("ada Asia/Tokyo {units=metric} provider/k provider"));
        assertThat(temp.resolve("provider")).isDirectory();
    }

    @Test
    void run_lendsMemoryOnlyToAToolThatDeclaredIt() {
        BiFunction<Arguments, ToolContext, ToolResult> body = (arguments, context) ->
                ToolResult.done(context.memory().recall("tea", 1).get(0).text());
        Permission memory = new Permission(Permission.Kind.MEMORY, "");
        TestTool undeclared = TestTool.of("curious", body);
        TestTool declared = new TestTool(TestTool.of("reader", body).spec().needing(memory), body);
        Toolbox tools = toolbox(undeclared, declared);

        assertThat(run(tools, call("reader")).result()).isEqualTo(ToolResult.done("Ada likes tea"));
        assertThat(run(tools, call("curious")).result())
                .isEqualTo(
                        ToolResult.failed(
                                Fault.TOOL,
                                "curious: reading memory was not declared; add the permission 'memory' to the tool of provider 'provider'"));
    }

    private void assertFailed(Fault fault, String message, BiFunction<Arguments, ToolContext, ToolResult> body) {
        assertThat(run(toolbox(TestTool.of("t", body)), call("t")).result())
                .isEqualTo(ToolResult.failed(fault, message));
    }

    private static BiFunction<Arguments, ToolContext, ToolResult> thrower(RuntimeException thrown) {
        return (arguments, context) -> {
            throw thrown;
        };
    }

    @SuppressWarnings("InfiniteRecursion") // overflows the stack on purpose
    private static ToolResult endless(ToolContext context) {
        return endless(context);
    }

    private Toolbox toolbox(Tool... tools) {
        return toolbox(Asker.nobodyThere(), tools);
    }

    private Toolbox toolbox(Asker asker, Tool... tools) {
        return new Toolbox(catalogue(tools), new FakeLending(temp), ToolLimits.USUAL, policy(asker));
    }
}
