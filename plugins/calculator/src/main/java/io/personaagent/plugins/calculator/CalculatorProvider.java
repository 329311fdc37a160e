package io.personaagent.plugins.calculator;

import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.util.List;
import org.pf4j.Extension;

/** Works out sums and converts units, offline; a unit that is not named is one that the person thinks in. */
@Extension
public final class CalculatorProvider implements ToolProvider {

    @Override
    public String name() {
        return "calculator";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        settings.onlyKnowing();
        return AnnotatedTools.of(new CalculatorTools(), new ConversionTools());
    }
}
