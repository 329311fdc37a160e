package io.personaagent.core.tool;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolSpec;

/** A tool with what is known of it without asking it again. */
record LentTool(Offer offer, Tool tool, ToolSpec spec) {

    ClassLoader classLoader() {
        return ToolCatalogue.classLoader(offer);
    }
}
