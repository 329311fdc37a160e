package io.personaagent.plugins.wikipedia;

import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.ToolContract;
import java.util.Map;

class WikipediaContractTest extends ToolContract {

    @Override
    protected ToolProvider provider() {
        return new WikipediaProvider();
    }

    /** Nothing listens on port 1: each question ends at once. */
    @Override
    protected ToolSettings settings() {
        return new ToolSettings(Map.of("base_url", "http://127.0.0.1:1"));
    }
}
