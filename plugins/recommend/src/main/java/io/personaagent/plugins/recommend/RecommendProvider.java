package io.personaagent.plugins.recommend;

import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.util.List;
import org.pf4j.Extension;

/** Says what the person would choose, and how they would score something, with the words of theirs that it rests on. */
@Extension
public final class RecommendProvider implements ToolProvider {

    @Override
    public String name() {
        return "recommend";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        settings.onlyKnowing();
        return AnnotatedTools.of(new RecommendTools());
    }
}
