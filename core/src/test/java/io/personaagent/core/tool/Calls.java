package io.personaagent.core.tool;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.permit.Permits;
import io.personaagent.core.permit.RuleFile;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Short words for the tests of {@link Toolbox}. */
final class Calls {

    private Calls() {}

    static TestTool tool(String name, String text) {
        return TestTool.of(name, (arguments, context) -> ToolResult.done(text));
    }

    static TestTool effect(String name, Effect effect, List<String> happened) {
        return new TestTool(
                TestTool.spec(name, effect, JsonObjectSchema.builder().build()), (arguments, context) -> {
                    happened.add("ran " + name);
                    return ToolResult.done("");
                });
    }

    static ToolCatalogue catalogue(Tool... tools) {
        return ToolCatalogue.of(List.of(TestTool.offer("provider", tools)));
    }

    static Approvals policy(Asker asker) {
        return new Permits(new UserId("ada"), new RuleFile(Path.of("target", "no-rules", "policy.toml")), asker);
    }

    static Observation run(Toolbox tools, ToolCall call) {
        return tools.run(use(call), minute()).get(0);
    }

    static Step.UseTools use(ToolCall... calls) {
        return new Step.UseTools(List.of(calls), Influence.PERSON);
    }

    static ToolCall call(String tool) {
        return new ToolCall("1", tool, Arguments.NONE);
    }

    static TurnDeadline minute() {
        return TurnDeadline.in(Duration.ofMinutes(1));
    }

    static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cancelled) {
            throw new IllegalStateException(cancelled);
        }
    }

    static void awaitedDespiteInterrupts(CountDownLatch latch) {
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
