package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A plugin written outside of this repository, word for word from the README's guide, and some that are not as they should be. */
class PluginIT {

    private static final String OPENING = "implements ToolProvider {";

    @TempDir
    Path folder;

    private final Guide guide = Guide.section(Guide.README, "Write a plugin in three files");

    @Test
    void guide_passesTheContractThatItInherits() {
        TestExecutionSummary tests = guide.in(folder.resolve("bill")).test();

        assertThat(tests.getFailures())
                .extracting(failure -> failure.getException().toString())
                .isEmpty();
        assertThat(tests.getTestsSucceededCount()).isGreaterThan(10);
    }

    @Test
    void guide_isAboutThisVersion() {
        guide.in(folder.resolve("bill"));

        assertThat(program().run("--version").out())
                .contains(" " + Pom.read(folder.resolve("bill/pom.xml")).personaAgent() + " ");
    }

    @Test
    void plugin_isInstalledListedAndUsed() {
        Path jar = guide.in(folder.resolve("bill")).jar();
        Program program = program();

        assertThat(program.run("plugins", "install", jar.toString()).exited(0).out())
                .isEqualToIgnoringNewLines("bill 1.0.0  installed  ready  sha256:" + sha256(jar));

        JsonNode listed = plugin(program, "bill");
        assertThat(listed.path("state").asText()).isEqualTo("started");
        assertThat(listed.path("sha256").asText()).isEqualTo(sha256(jar));
        assertThat(listed.path("description").asText()).isEqualTo("Splits bills.");
        assertThat(program.run("tools", "call", "split_bill", "amount=84.50", "people=4")
                        .exited(0)
                        .out()
                        .strip())
                .isEqualTo("Each pays 21.13.");
        JsonNode said = program.run("chat", "--json", "--once", "split a bill of 84.50 among 4 people")
                .exited(0)
                .json();
        assertThat(said.path("reply").asText()).isEqualTo("Each pays 21.13.");
        assertThat(said.path("actions").get(0).path("tool").asText()).isEqualTo("split_bill");
    }

    @Test
    void rules_sayWhatAToolMayDo() {
        Path jar = guide.in(folder.resolve("bill")).jar();
        Program program = program();
        program.run("plugins", "install", jar.toString()).exited(0);

        program.run("tools", "allow", "split_bill", "people=*", "amount=1*").exited(0);
        program.run("tools", "deny", "split_bill", "amount=84*", "people=*").exited(0);

        assertThat(program.run("tools", "rules").exited(0).out())
                .contains("allow  split_bill{people=*, amount=1*}  (me, as the tool was when you said so)")
                .contains("deny   split_bill{amount=84*, people=*}  (me)");
        assertThat(program.run("tools", "call", "split_bill", "amount=84.50", "people=4")
                        .exited(1)
                        .err())
                .contains("'split_bill' is denied by a rule of yours");
        program.run("tools", "call", "split_bill", "amount=100", "people=4").exited(0);
    }

    @Test
    void install_ofAPluginForANewerSpi_isRefused() {
        Path jar = guide.replacing("&gt;=1.0.0 &amp; &lt;2.0.0", "&gt;=2.0.0")
                .in(folder.resolve("newer"))
                .jar();

        refuses(jar, "needs SPI >=2.0.0, this is 1.0.0");
    }

    @Test
    void install_ofATruncatedJar_isRefused() throws IOException {
        Path whole = guide.in(folder.resolve("bill")).jar();
        byte[] bytes = Files.readAllBytes(whole);
        Path jar = Files.write(folder.resolve("cut.jar"), Arrays.copyOf(bytes, bytes.length * 2 / 3));

        refuses(jar, "is not a complete jar file (zip END header not found)");
    }

    @Test
    void list_ofAPluginWhoseJarChangedSince_refusesIt() throws IOException {
        Program program = program();
        Path jar = guide.in(folder.resolve("bill")).jar();
        program.run("plugins", "install", jar.toString()).exited(0);
        Path installed = Path.of(plugin(program, "bill").path("file").asText());
        Path other = guide.replacing("Each pays", "Everybody pays")
                .in(folder.resolve("other"))
                .jar();
        Files.write(installed, Files.readAllBytes(other));
        String reason =
                "is not the jar that was installed (sha256 %s, installed was %s)".formatted(sha256(other), sha256(jar));

        JsonNode listed = plugin(program, "bill");

        assertThat(listed.path("state").asText()).isEqualTo("refused");
        assertThat(listed.path("reason").asText()).isEqualTo(reason);
        assertThat(program.run("plugins", "verify").exited(1).out()).contains(reason);
        assertThat(program.run("tools", "call", "split_bill", "amount=10", "people=2")
                        .exited(1)
                        .err())
                .contains("split_bill");
    }

    @Test
    void list_ofAJarThatWasDroppedIntoTheFolder_refusesIt() throws IOException {
        Program program = program();
        Path dropped =
                Files.createDirectories(program.home().resolve("plugins")).resolve("bill-1.0.0.jar");
        Files.copy(guide.in(folder.resolve("bill")).jar(), dropped);

        JsonNode listed = plugin(program, "bill");

        assertThat(listed.path("state").asText()).isEqualTo("refused");
        assertThat(listed.path("reason").asText())
                .isEqualTo("was not installed; use 'plugins install %s'".formatted(dropped));
    }

    @Test
    void chat_withAPluginThatHangsAndOneThatBreaks_answers() {
        Program program = program();
        String hangs = "new java.util.concurrent.CountDownLatch(1).await();";
        install(program, "hanging", starting(hangs));
        install(program, "breaking", starting("throw new StackOverflowError(\"too deep\");"));
        long began = System.nanoTime();

        Program.Result said =
                program.run("chat", "--once", "how much is 17.5 * 12 + 8").exited(0);

        System.out.printf("a chat beside a plugin that hangs took %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(said.out().strip()).isEqualTo("17.5 * 12 + 8 = 218");
        JsonNode plugins = program.run("plugins", "list", "--json").exited(0).json();
        assertThat(reason(plugins, "hanging")).isEqualTo("did not start within 5 s and was abandoned");
        assertThat(reason(plugins, "breaking")).contains("StackOverflowError").contains("too deep");
    }

    @Test
    void plugin_seesNeitherTheCoreNorItsLibraries() {
        Program program = program();
        String tries =
                """
                StringBuilder said = new StringBuilder();
                for (String name : List.of("io.personaagent.core.Agent", "io.personaagent.memory.Memory",
                        "com.google.inject.Guice", "org.pf4j.PluginManager", "io.personaagent.tools.Tool")) {
                    try {
                        Class.forName(name);
                        said.append(name).append(" seen; ");
                    } catch (ClassNotFoundException fenced) {
                        said.append(name).append(" hidden; ");
                    }
                }
                if (people == 1) {
                    return ToolResult.done(said.toString());
                }
                """;
        install(program, "curious", guide.replacing("if (people < 1) {", tries + "if (people < 1) {"));

        assertThat(program.run("tools", "call", "split_bill", "amount=1", "people=1")
                        .exited(0)
                        .out()
                        .strip())
                .isEqualTo(
                        "io.personaagent.core.Agent hidden; io.personaagent.memory.Memory hidden; com.google.inject.Guice hidden;"
                                + " org.pf4j.PluginManager hidden; io.personaagent.tools.Tool seen;");
    }

    private Program program() {
        return new Program(folder.resolve("home"));
    }

    private void refuses(Path jar, String reason) {
        Program program = program();

        assertThat(program.run("plugins", "verify", jar.toString()).exited(1).out())
                .contains(reason);
        assertThat(program.run("plugins", "install", jar.toString()).exited(1).err())
                .startsWith("personaagent: '%s' %s".formatted(jar, reason));
        assertThat(program.home().resolve("plugins")).doesNotExist();
    }

    /** The guide's plugin with a plugin class that does this when it is started. */
    private Guide starting(String body) {
        String plugin = "public static final class Start extends org.pf4j.Plugin {\n"
                + "@Override public void start() { try { %s } catch (Exception e) { throw new IllegalStateException(e); } }\n}"
                        .formatted(body.startsWith("throw") ? "if (true) " + body + " Thread.onSpinWait();" : body);
        return guide.replacing(OPENING, OPENING + "\n" + plugin)
                .replacing(
                        "<manifestEntries>",
                        "<manifestEntries><Plugin-Class>com.example.bill.BillProvider$Start</Plugin-Class>");
    }

    private void install(Program program, String id, Guide variant) {
        Path jar = variant.replacing("<artifactId>bill</artifactId>", "<artifactId>%s</artifactId>".formatted(id))
                .in(folder.resolve(id))
                .jar();
        program.run("plugins", "install", jar.toString()).exited(0);
    }

    private static JsonNode plugin(Program program, String id) {
        JsonNode plugins = program.run("plugins", "list", "--json").exited(0).json();
        return find(plugins, id);
    }

    private static String reason(JsonNode plugins, String id) {
        JsonNode plugin = find(plugins, id);
        assertThat(plugin.path("state").asText()).isEqualTo("failed");
        return plugin.path("reason").asText();
    }

    private static JsonNode find(JsonNode plugins, String id) {
        for (JsonNode plugin : plugins) {
            if (plugin.path("id").asText().equals(id)) {
                return plugin;
            }
        }
        throw new AssertionError("no plugin '%s' in %s".formatted(id, plugins.toPrettyString()));
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new AssertionError(failed);
        }
    }
}
