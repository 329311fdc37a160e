package io.personaagent.plugins.clock;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;

class ClockContractTest extends ToolContract {

    @Override
    protected ToolProvider provider() {
        return new ClockProvider();
    }

    @Override
    protected Object sample(Tool tool, String parameter) {
        return parameter.equals("place") ? "Tokyo" : "tomorrow";
    }
}
