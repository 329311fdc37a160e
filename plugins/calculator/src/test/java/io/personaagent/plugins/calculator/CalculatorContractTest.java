package io.personaagent.plugins.calculator;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;
import java.util.Map;
import java.util.Objects;

class CalculatorContractTest extends ToolContract {

    private static final Map<String, String> SAMPLES =
            Map.of("expression", "1 + 1", "percent", "15", "amount", "80", "quantity", "5 miles", "unit", "km");

    @Override
    protected ToolProvider provider() {
        return new CalculatorProvider();
    }

    @Override
    protected Object sample(Tool tool, String parameter) {
        return Objects.requireNonNull(SAMPLES.get(parameter), parameter);
    }
}
