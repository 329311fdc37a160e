package io.personaagent.plugins.wikipedia;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.util.List;
import org.pf4j.Extension;

/** Searches and summarises articles of Wikipedia, or of another MediaWiki that the settings name. */
@Extension
public final class WikipediaProvider implements ToolProvider {

    @Override
    public String name() {
        return "wikipedia";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        Site site = Site.of(settings.onlyKnowing("base_url", "language"));
        return List.of(new SearchTool(site), new SummaryTool(site));
    }
}
