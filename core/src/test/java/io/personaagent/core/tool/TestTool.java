package io.personaagent.core.tool;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.function.BiFunction;

/** A tool whose body is given. */
record TestTool(ToolSpec spec, BiFunction<Arguments, ToolContext, ToolResult> body) implements Tool {

    /** A reading tool without parameters. */
    static TestTool of(String name, BiFunction<Arguments, ToolContext, ToolResult> body) {
        return new TestTool(spec(name, Effect.READ, JsonObjectSchema.builder().build()), body);
    }

    static ToolSpec spec(String name, Effect effect, JsonObjectSchema parameters) {
        ToolSpecification function = ToolSpecification.builder()
                .name(name)
                .description("for a test")
                .parameters(parameters)
                .build();
        return ToolSpec.of(function, effect);
    }

    /** A provider of these tools. */
    static Offer offer(String provider, Tool... tools) {
        return new Offer(
                provider,
                new ToolProvider() {
                    @Override
                    public String name() {
                        return provider;
                    }

                    @Override
                    public List<Tool> tools(ToolSettings settings) {
                        return List.of(tools);
                    }
                },
                ToolSettings.NONE);
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        return body.apply(arguments, context);
    }
}
