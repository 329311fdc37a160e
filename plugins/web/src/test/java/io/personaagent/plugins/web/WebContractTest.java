package io.personaagent.plugins.web;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.ToolContract;
import java.util.Map;

class WebContractTest extends ToolContract {

    @Override
    protected ToolProvider provider() {
        return new WebProvider();
    }

    /** Nobody else is asked, whatever the address. */
    @Override
    protected ToolSettings settings() {
        return new ToolSettings(Map.of("allow", "127.0.0.1", "allow_loopback", "true"));
    }

    /** Nothing listens on port 1024 of this machine's other addresses: each question ends at once. */
    @Override
    protected Object sample(Tool tool, String parameter) {
        return parameter.equals("url") ? "http://127.0.0.1:1024/" : "one";
    }
}
