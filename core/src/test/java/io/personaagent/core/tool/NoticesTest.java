package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.NoticeSource;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    @TempDir
    private Path temp;

    @Test
    void collect_takesThemInTheOrderOfTheProviders() {
        assertThat(collect(
                        offer("clock", context -> List.of("tea is due", "Zeit für Tee")),
                        TestTool.offer("silent"),
                        offer("post", context -> List.of("a letter for " + context.user()))))
                .containsExactly("tea is due", "Zeit für Tee", "a letter for ada");
    }

    @Test
    void collect_leavesOutWhatBreaksOrIsSlow() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(collect(
                        offer("broken", context -> {
                            throw new StackOverflowError();
                        }),
                        offer("slow", context -> {
                            try {
                                never.await();
                            } catch (InterruptedException abandoned) {
                                throw new IllegalStateException(abandoned);
                            }
                            return List.of("late");
                        }),
                        offer("good", context -> List.of("hello"))))
                .containsExactly("hello");
    }

    @Test
    void collect_shortensEach() {
        assertThat(collect(offer("long", context -> List.of("x".repeat(10_000))))
                        .get(0))
                .hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void collect_lendsNoMemoryToAProviderThatDeclaredNone() {
        assertThat(collect(offer(
                        "curious",
                        context -> List.of(context.memory().recall("x", 1).toString()))))
                .isEmpty();
    }

    private List<String> collect(Offer... offers) {
        ToolCatalogue catalogue = ToolCatalogue.of(List.of(offers));
        return new Notices(catalogue, new FakeLending(temp), Duration.ofSeconds(1)).collect(1000);
    }

    private static Offer offer(String name, Function<ToolContext, List<String>> notices) {
        return new Offer(name, new Reminding(name, notices), ToolSettings.NONE);
    }

    private record Reminding(String name, Function<ToolContext, List<String>> source)
            implements ToolProvider, NoticeSource {

        @Override
        public List<Tool> tools(ToolSettings settings) {
            return List.of();
        }

        @Override
        public List<String> notices(ToolContext context) {
            return source.apply(context);
        }
    }
}
