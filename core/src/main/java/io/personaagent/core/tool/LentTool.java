package io.personaagent.core.tool;

import io.personaagent.core.args.Parameters;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolSpec;

/** A tool with what is known of it without asking it again. */
record LentTool(Offer offer, Tool tool, ToolSpec spec, Parameters parameters) {

    static LentTool of(Offer offer, Tool tool) {
        ToolSpec spec = tool.spec();
        return new LentTool(offer, tool, spec, Parameters.of(tool, spec));
    }

    ClassLoader classLoader() {
        return ToolCatalogue.classLoader(offer);
    }
}
