package io.personaagent.plugins.calendar;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;
import java.util.Map;

class CalendarContractTest extends ToolContract {

    private static final Map<String, Object> SAMPLES =
            Map.of("title", "dentist tomorrow at 9", "when", "tomorrow at 9");

    @Override
    protected ToolProvider provider() {
        return new CalendarProvider();
    }

    @Override
    protected Object sample(Tool tool, String parameter) {
        return SAMPLES.getOrDefault(parameter, super.sample(tool, parameter));
    }
}
