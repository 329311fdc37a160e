package io.personaagent.app.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.personaagent.app.Main;
import io.personaagent.core.plan.ReflexPlanner;
import io.personaagent.core.plugin.BundledPlugin;
import io.personaagent.core.plugin.PluginHost;
import io.personaagent.core.plugin.PluginShelf;
import io.personaagent.core.plugin.PluginTools;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.persona.Persona;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Routing with the real embedding model over the tools that come with the program. Thresholds were chosen on four fifths of what people
 * say there; nothing was changed for the fifth that is held out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingIT {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private PluginHost host = new PluginHost(new PluginShelf(Path.of("unused"), Clock.systemUTC()), List.of());
    private Confusion tuned = new Confusion(List.of());
    private Confusion heldOut = new Confusion(List.of());
    private Set<String> tools = Set.of();

    @BeforeAll
    void sayAll(@TempDir Path folder) {
        host = new PluginHost(
                new PluginShelf(folder, Clock.systemUTC()),
                BundledPlugin.in(Main.class.getClassLoader(), "bundled-plugins"));
        host.start();
        List<ToolSpec> specs = ToolCatalogue.from(List.of(new PluginTools(host, name -> ToolSettings.NONE)))
                .specs();
        tools = specs.stream().map(ToolSpec::name).collect(Collectors.toSet());
        BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
        ReflexPlanner planner = new ReflexPlanner(new Embedder("bge-small-en-v1.5-q", () -> model, ""), ZoneOffset.UTC);
        List<Routed> all =
                Wish.all().stream().map(wish -> routed(planner, wish, specs)).toList();
        tuned = new Confusion(
                all.stream().filter(each -> !each.wish().heldOut()).toList());
        heldOut =
                new Confusion(all.stream().filter(each -> each.wish().heldOut()).toList());
        tell("tuned", tuned);
        tell("held out", heldOut);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    private static Routed routed(ReflexPlanner planner, Wish wish, List<ToolSpec> specs) {
        Background nothing = new Background(new Persona(1, "rules", List.of()), List.of(), List.of());
        Situation situation = Situation.of(new Message("s", wish.said(), NOW), nothing, specs);
        return Routed.of(wish, planner.next(situation, TurnListener.none()));
    }

    private static void tell(String name, Confusion all) {
        Confusion wishes = wishes(all);
        Confusion others = others(all);
        System.out.printf(
                "== %s: %d wishes: right %.3f, asked %.3f (of these, about the right one %.3f), wrong %.3f; %d others: a tool called %.3f, asked %.3f%n%s%n",
                name,
                wishes.routed().size(),
                wishes.share(Routed::right),
                wishes.share(Routed::asked),
                wishes.where(Routed::asked).share(Routed::offered),
                wishes.share(Routed::wrong),
                others.routed().size(),
                others.share(Routed::wrong),
                others.share(Routed::asked),
                all.table());
        all.routed().stream().filter(each -> !each.right()).forEach(each -> System.out.println("   " + each));
    }

    @Test
    void set_isOverAllBundledTools() {
        assertThat(Wish.all()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(Wish.all().stream().map(Wish::tool)).containsAll(tools);
    }

    @Test
    void wishes_areFoundOrAskedFor_andHardlyEverTakenForOthers() {
        assertThat(wishes(tuned).share(Routed::right)).isGreaterThan(0.8);
        assertThat(wishes(tuned).share(Routed::wrong)).isLessThan(0.01);
        assertThat(wishes(heldOut).share(Routed::right)).isGreaterThan(0.7);
        assertThat(wishes(heldOut).share(Routed::wrong)).isLessThan(0.05);
        assertThat(wishes(tuned).where(Routed::asked).share(Routed::offered)).isGreaterThan(0.8);
    }

    @Test
    void whatIsNoWish_isLeftAlone() {
        assertThat(others(tuned).share(Routed::wrong)).isLessThan(0.05);
        assertThat(others(heldOut).share(Routed::wrong)).isZero();
    }

    private static Confusion wishes(Confusion all) {
        return all.where(each -> !each.wish().tool().equals(Wish.NONE));
    }

    private static Confusion others(Confusion all) {
        return all.where(each -> each.wish().tool().equals(Wish.NONE));
    }
}
