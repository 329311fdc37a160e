package io.personaagent.core.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.langchain4j.model.chat.ChatModel;
import io.personaagent.core.EpisodeIds;
import io.personaagent.core.config.ConfigException;
import io.personaagent.core.config.Home;
import io.personaagent.core.config.Settings;
import io.personaagent.core.mcp.McpServers;
import io.personaagent.core.model.ModelShelf;
import io.personaagent.core.model.Pauses;
import io.personaagent.core.model.Profiles;
import io.personaagent.core.plan.ModelPlanner;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.plan.ReflexPlanner;
import io.personaagent.core.plugin.BundledPlugin;
import io.personaagent.core.plugin.PluginHost;
import io.personaagent.core.plugin.PluginShelf;
import io.personaagent.core.plugin.PluginTools;
import io.personaagent.core.select.FindTools;
import io.personaagent.core.select.Offering;
import io.personaagent.core.select.OfferingPlanner;
import io.personaagent.core.skill.SkillShelf;
import io.personaagent.core.skill.SkillTools;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.turn.Pace;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.embed.OnnxModel;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.sqlite.SqliteStores;
import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.statistical.StatisticalAligner;
import io.personaagent.persona.align.textual.TextualGradientAligner;
import io.personaagent.tools.ToolSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;

/** How the parts of one home are made. Each is made once, when it is first asked for. */
final class HomeModule extends AbstractModule implements AutoCloseable {

    private static final int ROOM_FOR_FORGETTING = 8 << 20;

    private final Home home;
    private final Settings settings;
    private final Map<String, String> environment;
    private final Clock clock;
    private final EmbedderChoice embedders;
    private final List<PluginHost> started = new ArrayList<>();
    private final List<McpServers> servers = new ArrayList<>();
    private boolean closed;

    HomeModule(Home home, Settings settings, Map<String, String> environment, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
        this.embedders = new EmbedderChoice(home.cache());
    }

    /** Starts loading the embedding model. */
    void preload(Executor executor) {
        embedders.onnx(OnnxModel.BGE_SMALL_EN).preload(executor);
    }

    @Override
    public synchronized void close() {
        closed = true;
        started.forEach(PluginHost::close);
        started.clear();
        servers.forEach(McpServers::close);
        servers.clear();
    }

    @Provides
    Home home() {
        return home;
    }

    @Provides
    Settings settings() {
        return settings;
    }

    @Provides
    Clock clock() {
        return clock;
    }

    @Provides
    @Singleton
    EpisodeIds ids() {
        return new EpisodeIds(clock, new Random());
    }

    @Provides
    @Singleton
    SqliteStores embeddedStores() {
        return new SqliteStores(home.users(), clock).reserving(ROOM_FOR_FORGETTING);
    }

    @Provides
    Stores stores(SqliteStores embedded) {
        return embedded;
    }

    /** What routes a sentence to a tool; its thresholds were measured with this one, and no sentence leaves the machine for it. */
    @Provides
    @Singleton
    Embedder embedder() {
        return embedders.local(OnnxModel.BGE_SMALL_EN);
    }

    @Provides
    @Singleton
    Embedders embedders() {
        return embedders.configured(settings, environment, pauses());
    }

    @Provides
    @Singleton
    PluginShelf pluginShelf() {
        return new PluginShelf(home.plugins(), clock);
    }

    @Provides
    @Singleton
    synchronized PluginHost plugins(PluginShelf shelf) {
        if (closed) {
            throw new IllegalStateException("the household is closed");
        }
        PluginHost host = new PluginHost(shelf, BundledPlugin.in(HomeModule.class.getClassLoader(), "bundled-plugins"));
        started.add(host);
        host.start();
        return host;
    }

    /** Which of the tools a model is told of. */
    @Provides
    @Singleton
    Offering offering(Embedder embedder) {
        return new Tooling(home, settings).offering(embedder);
    }

    /** Whose tool has a name first: the house, plugins, then skills, then servers. */
    @Provides
    @Singleton
    ToolCatalogue tools(PluginHost plugins, McpServers servers, Offering offering, Provider<ToolCatalogue> all) {
        return new Tooling(home, settings)
                .catalogue(
                        new FindTools(offering, () -> all.get().specs()),
                        List.of(
                                new PluginTools(plugins, name -> new ToolSettings(settings.table("plugins." + name))),
                                new SkillTools(skills()),
                                servers.begin()));
    }

    @Provides
    SkillShelf skills() {
        return new SkillShelf(home.skills());
    }

    @Provides
    @Singleton
    synchronized McpServers mcpServers() {
        if (closed) {
            throw new IllegalStateException("the household is closed");
        }
        McpServers found = McpServers.of(settings.table("mcp"), home.mcp(), environment);
        servers.add(found);
        return found;
    }

    @Provides
    @Singleton
    Backends backends(Provider<PluginHost> plugins) {
        return new Backends(new Prompts(home.prompts()), plugins::get);
    }

    /** What is lent to every memory; each backend gets its own settings besides. */
    @Provides
    @Singleton
    Lent lent(Embedders embedders, Optional<HomeModels> models) {
        Optional<ChatModel> reflecting = models.map(each -> each.answering(HomeModels.Purpose.REFLECT));
        return new Lent(embedders, reflecting, clock, Map.of(), BoundarySettings.policy(settings));
    }

    /** None for who wants none: then nothing that is said goes to a model, from a memory backend either. */
    @Provides
    @Singleton
    Optional<HomeModels> models() {
        return wantedPlanner().equals(Optional.of("reflex"))
                ? Optional.empty()
                : new ModelChoice(settings, environment).models(pauses());
    }

    @Provides
    @Singleton
    HomeModels modelsInUse(Optional<HomeModels> models) {
        return models.orElseGet(
                () -> new HomeModels(new ModelShelf(new Profiles(Map.of()), environment, pauses()), Map.of()));
    }

    @Provides
    @Singleton
    Planners planners(Embedder embedder, Optional<HomeModels> models, Offering offering) {
        Planner reflex = new ReflexPlanner(embedder, clock.getZone());
        String wanted = wantedPlanner().orElse(models.isPresent() ? "model" : "reflex");
        return switch (wanted) {
            case "reflex" -> new Planners(reflex, Optional.empty());
            case "model" ->
                new Planners(
                        reflex,
                        Optional.of(
                                new OfferingPlanner(modelPlanner(models.orElseThrow(HomeModule::noModel)), offering)));
            default ->
                throw new ConfigException(
                        "settings", List.of("planner is '%s'; expected reflex or model".formatted(wanted)));
        };
    }

    /** What proposes changes to a persona: it counts where no model is configured. */
    @Provides
    @Singleton
    Aligner aligner(Optional<HomeModels> models) {
        return models.<Aligner>map(this::textual).orElseGet(StatisticalAligner::new);
    }

    private Aligner textual(HomeModels models) {
        return new TextualGradientAligner(models.answering(HomeModels.Purpose.ALIGN), new Prompts(home.prompts()));
    }

    @Provides
    Pace pace() {
        return new Pace(
                new Pace.Limits(
                        settings.count("turn.max_steps"),
                        Duration.ofSeconds(settings.count("turn.max_seconds")),
                        settings.count("turn.max_tokens"),
                        settings.find("turn.max_cost").map(BigDecimal::new).orElse(Pace.Limits.FREE)),
                settings.count("turn.recall"),
                settings.count("elicit.questions_per_session"),
                settings.count("journal.turns"),
                clock);
    }

    private Planner modelPlanner(HomeModels models) {
        try {
            return new ModelPlanner(
                    models.planning(), clock.getZone(), Window.of(settings), new Prompts(home.prompts()));
        } catch (IllegalArgumentException unusable) {
            throw new ConfigException("prompts", List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private Pauses pauses() {
        return new Pauses(new Random(), clock);
    }

    private Optional<String> wantedPlanner() {
        return settings.find("planner");
    }

    private static ConfigException noModel() {
        return new ConfigException(
                "settings",
                List.of(
                        "planner is 'model', but no model is configured; set model.provider and model.name, or planner = \"reflex\""));
    }
}
