package io.personaagent.core.tool;

import static io.personaagent.core.tool.Calls.awaitedDespiteInterrupts;
import static io.personaagent.core.tool.Calls.call;
import static io.personaagent.core.tool.Calls.policy;
import static io.personaagent.core.tool.Calls.run;
import static io.personaagent.core.tool.Calls.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Observation;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeguardsTest {

    private static final ToolLimits QUICK = new ToolLimits(Duration.ofMillis(50), 4, 8, 32 * 1024);

    @TempDir
    private Path temp;

    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void endHungTools() {
        release.countDown();
    }

    @Test
    void rates_refuseTheCallAfterTheLastAndSayWhenItMayBeMade() {
        Toolbox tools = toolbox(new RateLimits(2, 3, now::get), tool("a", "done"), tool("b", "done"));
        run(tools, call("a"));
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        run(tools, call("a"));

        assertThat(run(tools, call("a")).result())
                .isEqualTo(
                        ToolResult.failed(
                                Fault.CALLER,
                                "'a' was called 2 times within a minute, as often as it may be; it may be called again in 40 s"));
        assertThat(run(tools, call("b")).result()).isEqualTo(ToolResult.done("done"));
        assertThat(run(tools, call("b")).result())
                .isEqualTo(
                        ToolResult.failed(
                                Fault.CALLER,
                                "tools were called 3 times within a minute, as often as they may be; 'b' may be called in 40 s"));
        now.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(run(tools, call("a")).result()).isEqualTo(ToolResult.done("done"));
    }

    @Test
    void rates_areEachPersonsOwn() {
        RateLimits rates = new RateLimits(1, 1, now::get);

        assertThat(rates.refusal(new UserId("ada"), "a")).isEmpty();
        assertThat(rates.refusal(new UserId("ada"), "a")).isPresent();
        assertThat(rates.refusal(new UserId("bob"), "a")).isEmpty();
        assertThatThrownBy(() -> new RateLimits(0, 1, now::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each is 0, but must be at least 1");
    }

    /** S-14: fifty at once on one budget. */
    @Test
    void s14_rates_areNeverOvershot() throws InterruptedException {
        RateLimits rates = new RateLimits(100, 120, now::get);
        AtomicInteger allowed = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < 50; caller++) {
            String tool = caller % 2 == 0 ? "a" : "b";
            callers.add(new Thread(() -> {
                for (int call = 0; call < 20; call++) {
                    if (rates.refusal(new UserId("ada"), tool).isEmpty()) {
                        allowed.incrementAndGet();
                    }
                }
            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(allowed).hasValue(120);
    }

    @Test
    void health_suspendsAProviderWhoseCallsHangInARow_untilItIsResumed() {
        Path file = temp.resolve("suspended.txt");
        Toolbox tools = hanging(Health.in(file, 3), new AtomicBoolean(true));
        for (int times = 0; times < 3; times++) {
            assertThat(run(tools, call("hang")).result())
                    .isEqualTo(ToolResult.failed(Fault.TOOL, "hang took longer than 0.05 s and was abandoned"));
        }

        Observation fourth = run(tools, call("other"));

        String why =
                "is suspended: 3 of its calls in a row did not end, 'hang' the last; 'personaagent plugins resume provider' lets it work again";
        assertThat(fourth.result()).isEqualTo(ToolResult.failed(Fault.TOOL, "other was not called: 'provider' " + why));
        assertThat(tools.problems()).containsExactly(new ToolProblem("provider", why));
        Health anotherProcess = Health.in(file, 3);
        assertThat(anotherProcess.suspended("provider")).contains(why);
        assertThat(anotherProcess.resume("provider")).isTrue();
        assertThat(anotherProcess.resume("provider")).isFalse();
        assertThat(run(tools, call("other")).result()).isEqualTo(ToolResult.done("fine"));
    }

    @Test
    void health_countsOnlyCallsInARow() {
        AtomicBoolean hangs = new AtomicBoolean(true);
        Toolbox tools = hanging(Health.inMemory(3), hangs);
        run(tools, call("hang"));
        run(tools, call("hang"));
        hangs.set(false);
        run(tools, call("hang"));
        hangs.set(true);
        run(tools, call("hang"));
        run(tools, call("hang"));

        assertThat(tools.problems()).isEmpty();
        assertThat(run(tools, call("other")).result()).isEqualTo(ToolResult.done("fine"));
    }

    private Toolbox hanging(Health health, AtomicBoolean hangs) {
        Tool hang = TestTool.of("hang", (arguments, context) -> {
            if (hangs.get()) {
                awaitedDespiteInterrupts(release);
            }
            return ToolResult.done("");
        });
        return toolbox(new Safeguards(health, RateLimits.none()), hang, tool("other", "fine"));
    }

    private Toolbox toolbox(RateLimits rates, Tool... tools) {
        return toolbox(new Safeguards(Health.inMemory(3), rates), tools);
    }

    private Toolbox toolbox(Safeguards safeguards, Tool... tools) {
        ToolCatalogue catalogue =
                ToolCatalogue.from(List.of(ToolSource.fixed(List.of(TestTool.offer("provider", tools)))), safeguards);
        return new Toolbox(catalogue, new FakeLending(temp), QUICK, policy(Asker.nobodyThere()));
    }
}
