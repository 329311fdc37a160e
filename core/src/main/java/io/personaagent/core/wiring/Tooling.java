package io.personaagent.core.wiring;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Home;
import io.personaagent.core.config.Settings;
import io.personaagent.core.select.FindTools;
import io.personaagent.core.select.KeptVectors;
import io.personaagent.core.select.Offering;
import io.personaagent.core.tool.Health;
import io.personaagent.core.tool.RateLimits;
import io.personaagent.core.tool.ReadOutput;
import io.personaagent.core.tool.Safeguards;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolSource;
import io.personaagent.memory.spi.Embedder;
import java.util.ArrayList;
import java.util.List;

/** How the tools of one home are put together, as it is set there. */
record Tooling(Home home, Settings settings) {

    /** Which of the tools a model is told of. */
    Offering offering(Embedder embedder) {
        try {
            return new Offering(
                    new KeptVectors(embedder, home.cache()),
                    new Offering.Size(settings.count("tools.offered"), settings.count("tools.all_up_to")));
        } catch (IllegalArgumentException unusable) {
            throw new ConfigException("settings", List.of("tools.offered: " + unusable.getMessage()));
        }
    }

    /** The tools of the house before all others, so that nobody takes their names. */
    ToolCatalogue catalogue(FindTools find, List<ToolSource> others) {
        List<ToolSource> sources = new ArrayList<>(List.of(find, ToolSource.fixed(List.of(ReadOutput.offer()))));
        sources.addAll(others);
        return ToolCatalogue.from(
                sources,
                new Safeguards(
                        Health.in(home.suspended(), settings.count("tools.suspend_after")),
                        new RateLimits(
                                settings.count("tools.rate_each"),
                                settings.count("tools.rate_all"),
                                System::nanoTime)));
    }
}
