package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer with the program, a JDK and Maven, who never saw this repository. */
class NewPluginIT {

    @TempDir
    Path folder;

    @Test
    void transcript_leadsFromNothingToARunningTool() throws Exception {
        Transcript transcript = Transcript.of(Transcript.PLUGINS);
        Program program = new Program(folder.resolve("home")).in(Files.createDirectories(folder.resolve("a place")));
        NewcomersMaven maven = new NewcomersMaven(folder.resolve("maven"));

        for (Transcript.Typed typed : transcript.commands()) {
            List<String> rest = typed.words().subList(1, typed.words().size());
            Program.Result result = typed.words().get(0).equals("mvn")
                    ? maven.run(program.folder(), rest)
                    : program.run(rest.toArray(String[]::new));
            result.exited(0);
            typed.answer()
                    .forEach(line ->
                            assertThat(result.out()).as("%s", typed.words()).contains(line));
            if (rest.contains("new")) {
                transcript.write(program.folder().resolve("bill/src/main/java/com/example/bill/BillProvider.java"));
            }
        }

        assertThat(transcript.commands()).hasSize(4);
        assertThat(transcript.linesWritten()).isEqualTo(10);
        maven.run(program.folder(), List.of("-o", "-q", "-f", "bill", "package"))
                .exited(0);
    }

    @Test
    void project_ofEachKind_buildsAndPassesItsContractAsItIs() throws Exception {
        Program program = new Program(folder.resolve("home")).in(Files.createDirectories(folder.resolve("place")));
        NewcomersMaven maven = new NewcomersMaven(folder.resolve("maven"));
        program.run("plugins", "new", "my-plugin", "--package", "org.example.mine")
                .exited(0);
        program.run("plugins", "new", "my-memory", "--kind", "memory", "--folder", "elsewhere")
                .exited(0);

        for (String project : List.of("my-plugin", "elsewhere")) {
            String said = maven.run(program.folder(), List.of("-f", project, "package"))
                    .exited(0)
                    .out();
            assertThat(said)
                    .containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0")
                    .doesNotContain("download from " + program.folder().toUri());
        }
        String jar = "my-plugin/target/my-plugin-1.0.0.jar";
        assertThat(program.run("plugins", "verify", jar).exited(0).out())
                .contains("well   start: brings the tools of 'my-plugin'")
                .contains("well   my_plugin_hello: read; found by its 2 examples");
        String key = program.run("plugins", "sign", jar, "--key", "my.key")
                .exited(0)
                .out()
                .strip();
        assertThat(program.run("plugins", "install", jar).exited(1).err())
                .contains("'plugins trust %s'".formatted(key));
        program.run("plugins", "trust", key).exited(0);
        program.run("plugins", "install", "--signed", jar).exited(0);
        program.run("plugins", "install", "elsewhere/target/my-memory-1.0.0.jar")
                .exited(0);

        assertThat(program.run("chat", "--once", "let my-plugin greet Ida")
                        .exited(0)
                        .out()
                        .strip())
                .isEqualTo("Hello, Ida!");
        assertThat(program.run("plugins", "list").exited(0).out())
                .contains("    my_plugin_hello  read")
                .contains(
                        "    for SPI >=1.0.0 & <2.0.0; called 1 times in your latest turns, 0 failed, 0 were abandoned, ");
        program.configured("[memory]", "backend = \"my-memory\"");
        program.run("chat", "--once", "My bicycle is green.").exited(0);
        assertThat(program.run("memory", "recall", "bicycle").exited(0).out()).contains("My bicycle is green.");
    }

    @Test
    void new_overSomethingElse_isRefused() throws Exception {
        Program program = new Program(folder.resolve("home")).in(Files.createDirectories(folder.resolve("place")));
        Files.writeString(program.folder().resolve("bill"), "a bill");

        assertThat(program.run("plugins", "new", "bill").exited(1).err())
                .startsWith("personaagent: there is something at bill already; name another folder with --folder DIR");
        assertThat(program.folder().resolve("bill")).hasContent("a bill");
    }
}
