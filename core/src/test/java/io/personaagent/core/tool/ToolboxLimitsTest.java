package io.personaagent.core.tool;

import static io.personaagent.core.tool.Calls.awaited;
import static io.personaagent.core.tool.Calls.awaitedDespiteInterrupts;
import static io.personaagent.core.tool.Calls.call;
import static io.personaagent.core.tool.Calls.catalogue;
import static io.personaagent.core.tool.Calls.effect;
import static io.personaagent.core.tool.Calls.minute;
import static io.personaagent.core.tool.Calls.policy;
import static io.personaagent.core.tool.Calls.run;
import static io.personaagent.core.tool.Calls.tool;
import static io.personaagent.core.tool.Calls.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Consent;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxLimitsTest {

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
        CountDownLatch begun = new CountDownLatch(8);
        AtomicInteger called = new AtomicInteger();
        Toolbox tools = new Toolbox(
                catalogue(TestTool.of("hang", (arguments, context) -> {
                    called.incrementAndGet();
                    begun.countDown();
                    awaitedDespiteInterrupts(release);
                    return ToolResult.done("late");
                })),
                new FakeLending(temp),
                new ToolLimits(Duration.ofMinutes(1), 8, 8, 32 * 1024),
                policy(Asker.nobodyThere()));
        ToolCall[] eight = new ToolCall[8];
        Arrays.fill(eight, call("hang"));
        TurnDeadline deadline = minute();
        cancelledAfter(begun, deadline);
        tools.run(use(eight), deadline);

        Observation ninth = run(tools, call("hang"));

        assertThat(ninth.result())
                .isEqualTo(ToolResult.failed(
                        Fault.TOOL, "hang is suspended: 8 of its calls were abandoned and are still running"));
        assertThat(called).hasValue(8);
    }

    private static void cancelledAfter(CountDownLatch begun, TurnDeadline deadline) {
        new Thread(() -> {
                    awaited(begun);
                    deadline.cancel();
                })
                .start();
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
        cancelledAfter(started, deadline);

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
                .containsPattern(
                        "\n\\[\\.\\.\\. 52,39\\d,\\d{3} bytes left out; read_output with reference out-[0-9a-f]{12} reads the whole \\(its first 8,388,608 characters\\) \\.\\.\\.]\n");
    }

    @Test
    void run_givesThePersonTimeToThink() {
        AtomicLong nanoTime = new AtomicLong();
        Asker slow = request -> {
            nanoTime.addAndGet(Duration.ofHours(1).toNanos());
            return Consent.ONCE;
        };
        Toolbox tools = new Toolbox(
                catalogue(effect("send", Effect.EXTERNAL, new ArrayList<>())),
                new FakeLending(temp),
                ToolLimits.USUAL,
                policy(slow));
        TurnDeadline deadline = TurnDeadline.in(Duration.ofMinutes(2), nanoTime::get);

        assertThat(tools.run(use(call("send")), deadline).get(0).result()).isEqualTo(ToolResult.done(""));
        assertThat(deadline.left()).isEqualTo(Duration.ofMinutes(2));
    }

    private TestTool hanging() {
        return TestTool.of("hang", (arguments, context) -> {
            awaitedDespiteInterrupts(release);
            return ToolResult.done("late");
        });
    }

    private Toolbox toolbox(Tool... tools) {
        return toolbox(QUICK, tools);
    }

    private Toolbox toolbox(ToolLimits limits, Tool... tools) {
        return new Toolbox(catalogue(tools), new FakeLending(temp), limits, policy(Asker.nobodyThere()));
    }
}
