package io.personaagent.bench;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Traits;
import java.util.List;
import java.util.Locale;

/** One tool that reads: the same annotated method for PersonaAgent and for LangChain4j. */
public final class Converting implements ToolProvider {

    @Override
    public String name() {
        return "converting";
    }

    @Override
    public List<io.personaagent.tools.Tool> tools(ToolSettings settings) {
        return AnnotatedTools.of(this);
    }

    /** Kilometres. */
    @Tool(name = Scripted.TOOL, value = "Converts a length to kilometres.")
    @Traits(effect = Effect.READ)
    public String convert(@P("how much") double amount, @P("of what") String unit) {
        return String.format(Locale.ROOT, "%.1f %s are %.2f km", amount, unit, amount * 1.609344);
    }
}
