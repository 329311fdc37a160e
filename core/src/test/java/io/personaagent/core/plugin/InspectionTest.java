package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.kit.Finding;
import io.personaagent.core.kit.Finding.Verdict;
import io.personaagent.core.kit.Inspection;
import io.personaagent.core.plugin.PluginInfo.State;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    @TempDir
    private Path temp;

    @Test
    void of_aFinishedPlugin_passes() {
        Inspection seen = inspected(annotated(
                "settings.onlyKnowing();",
                "name = \"add_note\", value = \"Keeps a note for later.\"",
                "effect = Effect.WRITE, needs = \"memory\", examples = \"note {text}\"",
                "what to keep, such as milk"));

        assertThat(seen.findings())
                .containsExactly(
                        new Finding(Verdict.WELL, "start", "brings the tools of 'kit'"),
                        new Finding(Verdict.WELL, "add_note", "write, needs memory; found by its example"));
        assertThat(seen.passed()).isTrue();
        assertThat(seen.plugin().state()).isEqualTo(State.STARTED);
    }

    @Test
    void of_aCarelessPlugin_tellsEachFault() {
        Inspection seen =
                inspected(annotated("", "name = \"addNote\", value = \"Notes.\"", "examples = \"note {what}\"", ""));

        assertThat(seen.passed()).isFalse();
        assertThat(seen.findings())
                .contains(
                        wrong(
                                "kit",
                                "takes the setting 'no-such-setting' without a word; begin tools() with settings.onlyKnowing(...)"),
                        wrong(
                                "addNote",
                                "is not named in snake_case, such as add_note; people type these names and models learn them"),
                        wrong("addNote", "is described by 'Notes.'; say in a sentence what it does and when to use it"),
                        wrong(
                                "addNote",
                                "does not say what parameter 'text' means; say it, best with an example value"),
                        wrong("addNote", "has the example \"note {what}\" with {what}, which is no parameter of it"),
                        wrong("addNote", "has no example that fills its required parameter; add one with {text} in it"),
                        wrong(
                                "addNote",
                                "is EXTERNAL, which is what a left-out effect means, but needs no network, folder or environment;"
                                        + " say effect = Effect.READ or Effect.WRITE, or declare what it needs"));
    }

    @Test
    void of_aPluginThatHangs_tellsSo() {
        Path jar = PluginJar.started(
                        "hangs",
                        "@Override public void start() { try { new java.util.concurrent.CountDownLatch(1).await(); }"
                                + " catch (InterruptedException ended) { throw new IllegalStateException(ended); } }")
                .write(temp.resolve("kit.jar"));

        Inspection seen = Inspection.of(jar, Duration.ofMillis(1500));

        assertThat(seen.findings()).containsExactly(wrong("start", "did not start within 1.5 s and was abandoned"));
        assertThat(seen.passed()).isFalse();
    }

    @Test
    void of_aJarThatIsRefused_runsNothing() {
        System.clearProperty("personaagent.test.inspected");
        Path jar = PluginJar.member(
                        "future",
                        "static final Object RAN = System.setProperty(\"personaagent.test.inspected\", \"yes\");")
                .manifest("Plugin-Requires", ">=2.0.0")
                .write(temp.resolve("kit.jar"));

        Inspection seen = Inspection.of(jar, Duration.ofSeconds(20));

        assertThat(seen.findings()).containsExactly(wrong("start", "needs SPI >=2.0.0, this is 1.0.0"));
        assertThat(System.getProperty("personaagent.test.inspected")).isNull();
    }

    private static Finding wrong(String about, String text) {
        return new Finding(Verdict.WRONG, about, text);
    }

    private Inspection inspected(PluginJar jar) {
        return Inspection.of(jar.write(temp.resolve("kit.jar")), Duration.ofSeconds(20));
    }

    private static PluginJar annotated(String first, String tool, String traits, String means) {
        return PluginJar.empty("kit")
                .with(
                        "Tools",
                        """
                        @Extension
                        public final class Tools implements ToolProvider {
                            public String name() { return "kit"; }
                            public List<Tool> tools(ToolSettings settings) { %s return AnnotatedTools.of(this); }
                            @dev.langchain4j.agent.tool.Tool(%s)
                            @Traits(%s)
                            public String add(@dev.langchain4j.agent.tool.P(name = "text", value = "%s") String text) { return text; }
                        }
                        """
                                .formatted(first, tool, traits, means));
    }
}
