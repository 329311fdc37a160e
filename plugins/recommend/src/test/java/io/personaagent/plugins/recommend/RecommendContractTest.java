package io.personaagent.plugins.recommend;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;
import java.util.List;

class RecommendContractTest extends ToolContract {

    @Override
    protected ToolProvider provider() {
        return new RecommendProvider();
    }

    @Override
    protected Object sample(Tool tool, String parameter) {
        return parameter.equals("items") ? List.of("tea", "coffee") : "tea";
    }
}
