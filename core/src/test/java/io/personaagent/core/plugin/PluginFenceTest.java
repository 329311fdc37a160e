package io.personaagent.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginFenceTest {

    /** Looks the class up in every way a plugin has. */
    private static final String PROBE =
            """
            static String seen(String name, ClassLoader loader) {
                try { return String.valueOf(Class.forName(name, false, loader).getName()); }
                catch (ClassNotFoundException | LinkageError nowhere) { return nowhere.getMessage(); }
            }
            """;

    @TempDir
    private Path temp;

    private PluginHost host;

    @BeforeEach
    void openHost() {
        host = new PluginHost(
                new PluginShelf(temp.resolve("plugins"), Clock.systemUTC()), List.of(), Duration.ofSeconds(20));
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.personaagent.core.turn.Message",
                "io.personaagent.core.plugin.PluginHost",
                "io.personaagent.persona.Persona",
                "com.google.inject.Guice",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.sqlite.JDBC",
                "org.pf4j.PluginManager",
                "org.pf4j.PluginWrapper",
                "dev.langchain4j.model.openai.OpenAiChatModel",
                "org.junit.jupiter.api.Test"
            })
    void findClass_refusesWhatIsNotLent(String name) {
        String seen = call("return ToolResult.done(Tools.seen(\"%s\", Tools.class.getClassLoader()));".formatted(name));

        assertThat(seen)
                .isEqualTo("'" + name + "' is not in the plugin and not open to plugins; open are the JDK,"
                        + " io.personaagent.tools, io.personaagent.memory.{spi,episode,text},"
                        + " org.pf4j.{Extension,ExtensionPoint,Plugin}, org.slf4j, org.jspecify.annotations and"
                        + " dev.langchain4j.{agent.tool,data,exception,model}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.sql.Connection",
                "java.net.http.HttpClient",
                "io.personaagent.tools.Tool",
                "io.personaagent.memory.spi.MemoryProvider",
                "io.personaagent.memory.episode.Episode",
                "io.personaagent.memory.text.Terms",
                "org.slf4j.Logger",
                "org.jspecify.annotations.Nullable",
                "dev.langchain4j.model.chat.request.json.JsonObjectSchema",
                "dev.langchain4j.model.chat.ChatModel"
            })
    void findClass_lendsTheHostsOwn(String name) throws ClassNotFoundException {
        assertThat(new PluginFence(getClass().getClassLoader()).loadClass(name)).isSameAs(Class.forName(name));
    }

    @Test
    void contextClassLoader_isThePluginsAndSeesNoHostResources() {
        String seen = call(
                """
                ClassLoader own = Tools.class.getClassLoader();
                return ToolResult.done(own.getResource("io/personaagent/persona/fixed-rules.txt") + " "
                        + own.getResource("META-INF/services/org.slf4j.spi.SLF4JServiceProvider") + " "
                        + own.getResource("META-INF/extensions.idx").getPath().contains("probe-1.0.0.jar") + " "
                        + ServiceLoader.load(java.sql.Driver.class, own).findFirst().isPresent());
                """);

        assertThat(seen).isEqualTo("null null true false");
    }

    @Test
    void start_namesTheClassThatAPluginMissed() {
        PluginJar jar = PluginJar.member("curious", "private final Class<?> guice = com.google.inject.Guice.class;");
        new PluginShelf(temp.resolve("plugins"), Clock.systemUTC()).install(jar.write(temp.resolve("p.jar")));

        assertThat(host.start().get(0).reason())
                .startsWith("its class example.Tools broke: java.lang.ClassNotFoundException:"
                        + " 'com.google.inject.Guice' is not in the plugin and not open to plugins; open are the JDK,");
    }

    @Test
    void loader_prefersThePluginsOwnLibraries() {
        PluginJar jar = PluginJar.tool("own", "return ToolResult.done(new Library().toString());")
                .with("Library", "public class Library { @Override public String toString() { return \"mine\"; } }");

        assertThat(call(jar)).isEqualTo("mine");
    }

    @Test
    void findClass_keepsSubPackagesShut() {
        PluginFence fence = new PluginFence(getClass().getClassLoader());

        assertThatThrownBy(() -> fence.loadClass("io.personaagent.tools.internal.Secret"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("not open to plugins");
    }

    private String call(String body) {
        return call(PluginJar.member("probe", PROBE)
                .with(
                        "Tools",
                        """
                        @Extension
                        public final class Tools implements ToolProvider, Tool {
                            %s
                            public String name() { return "probe"; }
                            public List<Tool> tools(ToolSettings settings) { return List.of(this); }
                            public ToolSpec spec() {
                                return ToolSpec.of(
                                        ToolSpecification.builder().name("probe").description("probes").build(),
                                        Effect.READ);
                            }
                            public ToolResult call(Arguments arguments, ToolContext context) { %s }
                        }
                        """
                                .formatted(PROBE, body)));
    }

    @SuppressWarnings("NullAway") // these tools do not look at their context
    private String call(PluginJar jar) {
        new PluginShelf(temp.resolve("plugins"), Clock.systemUTC()).install(jar.write(temp.resolve("p.jar")));
        assertThat(host.start()).extracting(PluginInfo::reason).containsExactly("");
        Tool tool =
                host.toolProviders().get(0).extension().tools(ToolSettings.NONE).get(0);
        ToolResult result = tool.call(Arguments.NONE, null);
        return result.fold(ToolResult.Done::text, ToolResult.Failed::message);
    }
}
