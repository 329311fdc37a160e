package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {

    private static final ToolLimits QUICK = new ToolLimits(Duration.ofMillis(200), 4, 8, 32 * 1024);

    @TempDir
    private Path temp;

    /** What hung tools wait for; ends them after each test. */
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void endHungTools() {
        release.countDown();
    }

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
    void run_makesFourCallsAtTheSameTimeAndNoMore() {
        CyclicBarrier four = new CyclicBarrier(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Toolbox tools = toolbox(TestTool.of("meet", (arguments, context) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                four.await();
            } catch (InterruptedException | BrokenBarrierException alone) {
                throw new IllegalStateException(alone);
            } finally {
                now.decrementAndGet();
            }
            return ToolResult.done("met");
        }));
        ToolCall[] eight = new ToolCall[8];
        Arrays.fill(eight, call("meet"));

        assertThat(tools.run(use(eight), minute()))
                .hasSize(8)
                .extracting(Observation::result)
                .containsOnly(ToolResult.done("met"));
        assertThat(most).hasValue(4);
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
    void run_abandonsACallThatHangs() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Toolbox tools = toolbox(TestTool.of("hang", (arguments, context) -> {
            try {
                release.await();
            } catch (InterruptedException asked) {
                assertThat(context.deadline().over()).isTrue();
                interrupted.countDown();
            }
            return ToolResult.done("late");
        }));

        Observation observed = run(tools, call("hang"));

        assertThat(observed.result())
                .isEqualTo(ToolResult.failed(Fault.TOOL, "hang took longer than 0.2 s and was abandoned"));
        assertThat(observed.took()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        awaited(interrupted);
    }

    @Test
    void run_goesNoFurtherThanTheTurn() {
        Toolbox tools = toolbox(ToolLimits.USUAL, hanging());

        List<Observation> observed = tools.run(use(call("hang")), TurnDeadline.in(Duration.ofMillis(150)));

        assertThat(observed.get(0).result())
                .isEqualTo(ToolResult.failed(
                        Fault.TOOL, "hang had not ended when the turn's time was up, and was abandoned"));
    }

    @Test
    void run_makesNoCallWhenTheTurnIsOver() {
        Toolbox tools = toolbox(tool("t", "done"));
        TurnDeadline cancelled = minute();
        cancelled.cancel();

        assertThat(tools.run(use(call("t")), TurnDeadline.in(Duration.ZERO))
                        .get(0)
                        .result())
                .isEqualTo(ToolResult.failed(Fault.CALLER, "t was not called: the turn's time is up"));
        assertThat(tools.run(use(call("t")), cancelled).get(0).result())
                .isEqualTo(ToolResult.failed(Fault.CALLER, "cancelled"));
    }

    @Test
    void run_suspendsAToolThatLeavesTooManyCallsBehind() {
        AtomicInteger called = new AtomicInteger();
        Toolbox tools = new Toolbox(
                catalogue(TestTool.of("hang", (arguments, context) -> {
                    called.incrementAndGet();
                    awaitedDespiteInterrupts(release);
                    return ToolResult.done("late");
                })),
                new FakeLending(temp),
                new ToolLimits(Duration.ofMillis(50), 4, 8, 32 * 1024),
                policy(Asker.nobodyThere()));
        ToolCall[] eight = new ToolCall[8];
        Arrays.fill(eight, call("hang"));
        tools.run(use(eight), minute());

        Observation ninth = run(tools, call("hang"));

        assertThat(ninth.result())
                .isEqualTo(ToolResult.failed(
                        Fault.TOOL, "hang is suspended: 8 of its calls were abandoned and are still running"));
        assertThat(called).hasValue(8);
    }

    @Test
    void run_endsWhenTheTurnIsCancelled() {
        CountDownLatch started = new CountDownLatch(2);
        TurnDeadline deadline = minute();
        Toolbox patient = new Toolbox(
                catalogue(TestTool.of("hang", (arguments, context) -> {
                    started.countDown();
                    awaitedDespiteInterrupts(release);
                    return ToolResult.done("late");
                })),
                new FakeLending(temp),
                ToolLimits.USUAL,
                policy(Asker.nobodyThere()));
        Thread person = new Thread(() -> {
            awaited(started);
            deadline.cancel();
        });
        person.start();

        assertThat(patient.run(use(call("hang"), call("hang")), deadline))
                .extracting(Observation::result)
                .containsOnly(ToolResult.failed(Fault.CALLER, "cancelled"));
    }

    @Test
    void run_endsWhenItsThreadIsInterrupted() {
        Toolbox patient = toolbox(ToolLimits.USUAL, hanging());
        Thread.currentThread().interrupt();

        List<Observation> observed = patient.run(use(call("hang"), call("hang")), minute());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(observed).extracting(Observation::result).containsOnly(ToolResult.failed(Fault.CALLER, "cancelled"));
    }

    @Test
    void run_shortensLongResults() {
        Toolbox tools = toolbox(tool("long", "é".repeat(25 << 20)));

        String text = run(tools, call("long")).result().fold(ToolResult.Done::text, ToolResult.Failed::message);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(32 * 1024);
        assertThat(text)
                .startsWith("éé")
                .endsWith("éé")
                .containsPattern("\n\\[\\.\\.\\. 52,39\\d,\\d{3} bytes left out \\.\\.\\.]\n");
    }

    @Test
    void run_asksForApprovalBeforeAnyCallIsMade() {
        List<String> happened = new ArrayList<>();
        Asker asker = (spec, call) -> {
            happened.add("asked " + spec.name());
            return spec.name().equals("send");
        };
        Toolbox tools = new Toolbox(
                catalogue(effect("send", Effect.EXTERNAL, happened), effect("order", Effect.EXTERNAL, happened)),
                new FakeLending(temp),
                QUICK,
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
    void run_givesThePersonTimeToThink() {
        AtomicLong nanoTime = new AtomicLong();
        Asker slow = (spec, call) -> nanoTime.addAndGet(Duration.ofHours(1).toNanos()) > 0;
        Toolbox tools = new Toolbox(
                catalogue(effect("send", Effect.EXTERNAL, new ArrayList<>())),
                new FakeLending(temp),
                ToolLimits.USUAL,
                policy(slow));
        TurnDeadline deadline = TurnDeadline.in(Duration.ofMinutes(2), nanoTime::get);

        assertThat(tools.run(use(call("send")), deadline).get(0).result()).isEqualTo(ToolResult.done(""));
        assertThat(deadline.left()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void run_takesAnAskerThatBreaksForANo() {
        Toolbox tools = new Toolbox(
                catalogue(effect("note", Effect.WRITE, new ArrayList<>())),
                new FakeLending(temp),
                QUICK,
                policy((spec, call) -> {
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

    private TestTool hanging() {
        return TestTool.of("hang", (arguments, context) -> {
            awaitedDespiteInterrupts(release);
            return ToolResult.done("late");
        });
    }

    private static TestTool tool(String name, String text) {
        return TestTool.of(name, (arguments, context) -> ToolResult.done(text));
    }

    private static TestTool effect(String name, Effect effect, List<String> happened) {
        return new TestTool(
                TestTool.spec(name, effect, JsonObjectSchema.builder().build()), (arguments, context) -> {
                    happened.add("ran " + name);
                    return ToolResult.done("");
                });
    }

    private Toolbox toolbox(Tool... tools) {
        return toolbox(QUICK, tools);
    }

    private Toolbox toolbox(ToolLimits limits, Tool... tools) {
        return new Toolbox(catalogue(tools), new FakeLending(temp), limits, policy(Asker.nobodyThere()));
    }

    private static ToolCatalogue catalogue(Tool... tools) {
        return ToolCatalogue.of(List.of(TestTool.offer("provider", tools)));
    }

    private static Approvals policy(Asker asker) {
        return new PolicyApprovals(asker);
    }

    private static Observation run(Toolbox tools, ToolCall call) {
        return tools.run(use(call), minute()).get(0);
    }

    private static Step.UseTools use(ToolCall... calls) {
        return new Step.UseTools(List.of(calls), Influence.PERSON);
    }

    private static ToolCall call(String tool) {
        return new ToolCall("1", tool, Arguments.NONE);
    }

    private static TurnDeadline minute() {
        return TurnDeadline.in(Duration.ofMinutes(1));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cancelled) {
            throw new IllegalStateException(cancelled);
        }
    }

    private static void awaitedDespiteInterrupts(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException ignored) {
                open = false;
            }
        }
    }
}
