package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ToolCatalogueTest {

    private static final Tool ADD = TestTool.of("add", (arguments, context) -> ToolResult.done(""));
    private static final Tool LIST = TestTool.of("list", (arguments, context) -> ToolResult.done(""));

    @Test
    void specs_keepsTheOrderOfProvidersAndTools() {
        ToolCatalogue catalogue = ToolCatalogue.of(List.of(TestTool.offer("z", LIST), TestTool.offer("a", ADD)));

        assertThat(catalogue.specs()).extracting(ToolSpec::name).containsExactly("list", "add");
        assertThat(catalogue.providerOf("add")).contains("a");
        assertThat(catalogue.providerOf("subtract")).isEmpty();
        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void of_leavesOutAToolWhoseNameIsTaken() {
        ToolCatalogue catalogue =
                ToolCatalogue.of(List.of(TestTool.offer("notes", ADD), TestTool.offer("sums", ADD, LIST)));

        assertThat(catalogue.specs()).extracting(ToolSpec::name).containsExactly("add", "list");
        assertThat(catalogue.providerOf("add")).contains("notes");
        assertThat(catalogue.problems())
                .containsExactly(new ToolProblem(
                        "sums",
                        "has a tool 'add', but provider 'notes' has one of this name; the one of 'notes' is used"));
    }

    @Test
    void of_tellsWhyAProviderIsLeftOut() {
        CountDownLatch never = new CountDownLatch(1);
        ToolCatalogue catalogue = ToolCatalogue.of(
                List.of(
                        offer("picky", settings -> {
                            settings.onlyKnowing("size");
                            return List.of();
                        }),
                        offer("broken", settings -> {
                            throw new NoClassDefFoundError("gone");
                        }),
                        offer("slow", settings -> {
                            try {
                                never.await();
                            } catch (InterruptedException abandoned) {
                                throw new IllegalStateException(abandoned);
                            }
                            return List.of();
                        }),
                        TestTool.offer("good", ADD)),
                Duration.ofSeconds(1));

        assertThat(catalogue.specs()).extracting(ToolSpec::name).containsExactly("add");
        assertThat(catalogue.problems())
                .containsExactly(
                        new ToolProblem("picky", "cannot use its settings: unknown setting colour; it knows size"),
                        new ToolProblem(
                                "broken", "broke while it listed its tools: java.lang.NoClassDefFoundError: gone"),
                        new ToolProblem("slow", "took longer than 1 s to list its tools"));
    }

    @Test
    void from_asksASourceAgainOnlyWhenItChanged() {
        ComingAndGoing moving = new ComingAndGoing();
        AtomicInteger asked = new AtomicInteger();
        Offer counted = offer("still", settings -> {
            asked.incrementAndGet();
            return List.of(ADD);
        });
        ToolCatalogue catalogue = ToolCatalogue.from(
                List.of(moving, ToolSource.fixed(List.of(new Offer("still", counted.provider(), ToolSettings.NONE)))));
        assertThat(catalogue.specs()).extracting(ToolSpec::name).containsExactly("add");

        moving.now(List.of(TestTool.offer("moving", LIST)), List.of(new ToolProblem("gone", "has left")));

        assertThat(catalogue.specs()).extracting(ToolSpec::name).containsExactly("list", "add");
        assertThat(catalogue.problems()).containsExactly(new ToolProblem("gone", "has left"));
        assertThat(asked).hasValue(1);

        moving.now(List.of(), List.of());

        assertThat(catalogue.specs()).extracting(ToolSpec::name).containsExactly("add");
        assertThat(catalogue.providerOf("list")).isEmpty();
        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void from_keepsTheToolOfTheFirstSourceWhateverComesLater() {
        ComingAndGoing moving = new ComingAndGoing();
        ToolCatalogue catalogue =
                ToolCatalogue.from(List.of(ToolSource.fixed(List.of(TestTool.offer("own", ADD))), moving));

        moving.now(List.of(TestTool.offer("stranger", ADD, LIST)), List.of());

        assertThat(catalogue.providerOf("add")).contains("own");
        assertThat(catalogue.providerOf("list")).contains("stranger");
        assertThat(catalogue.problems())
                .containsExactly(new ToolProblem(
                        "stranger",
                        "has a tool 'add', but provider 'own' has one of this name; the one of 'own' is used"));
    }

    /** A source of which the test says what it has. */
    private static final class ComingAndGoing implements ToolSource {

        private long version;
        private List<Offer> offers = List.of();
        private List<ToolProblem> problems = List.of();

        void now(List<Offer> newOffers, List<ToolProblem> newProblems) {
            version++;
            offers = newOffers;
            problems = newProblems;
        }

        @Override
        public long version() {
            return version;
        }

        @Override
        public List<Offer> offers() {
            return offers;
        }

        @Override
        public List<ToolProblem> problems() {
            return problems;
        }
    }

    private static Offer offer(String name, Function<ToolSettings, List<Tool>> tools) {
        ToolProvider provider = new ToolProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Tool> tools(ToolSettings settings) {
                return tools.apply(settings);
            }
        };
        return new Offer(name, provider, new ToolSettings(Map.of("colour", "red")));
    }
}
