package io.personaagent.core;

import dev.langchain4j.agent.tool.P;
import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Traits;
import java.util.List;

/** One tool that writes, one that does not, and one that looks into memory. */
public final class TestTools implements ToolProvider {

    private final List<String> written;

    TestTools(List<String> written) {
        this.written = written;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        return AnnotatedTools.of(this);
    }

    @dev.langchain4j.agent.tool.Tool("Keeps something.")
    @Traits(effect = Effect.WRITE)
    public String keep(@P("what to keep") String text) {
        written.add(text);
        return text;
    }

    @dev.langchain4j.agent.tool.Tool("Says what it is told.")
    @Traits(effect = Effect.READ)
    public String echo(@P("what to say") String text) {
        return text;
    }

    @dev.langchain4j.agent.tool.Tool(name = "look_up", value = "Looks into memory.")
    @Traits(effect = Effect.READ, needs = "memory")
    public String lookUp(@P("what for") String text, ToolContext context) {
        return context.memory().recall(text, 5).toString();
    }
}
