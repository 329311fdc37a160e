package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program against a model server on this machine that does as it is told. */
class ModelServerIT {

    private static final String KEY = "sk-canary-5f1d8a02c7";

    @TempDir
    Path folder;

    private final StubModelServer server = new StubModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoToolsInOneStep_areActionsOfOneEpisode() {
        server.then(StubReply.calls(
                        new StubReply.Call("a", "calculate", "{\"expression\": \"2 * 21\"}"),
                        new StubReply.Call("b", "add_todo", "{\"text\": \"买牛奶\"}")))
                .then(StubReply.text("It is 42, and milk is on your list."));
        Program program = program(server.openAiUrl());

        Program.Result said = program.run("chat", "--json", "--once", "2 * 21, and put milk on my list");
        JsonNode reply = said.exited(0).json();
        Program.Result shown =
                program.run("memory", "show", reply.path("episode").asText(), "--json");
        JsonNode kept = shown.exited(0).json();

        assertThat(reply.path("planner").asText()).isEqualTo("stub");
        assertThat(kept.path("reply").asText()).isEqualTo("It is 42, and milk is on your list.");
        assertThat(kept.path("actions"))
                .extracting(action -> action.path("tool").asText())
                .containsExactly("calculate", "add_todo");
        assertThat(kept.path("actions").get(0).path("result").asText()).isEqualTo("2 * 21 = 42");
        assertThat(kept.path("actions").get(1).path("result").asText()).contains("买牛奶");
        assertThat(program.run("memory", "list", "--json").exited(0).json()).hasSize(1);
        assertThat(server.received()).hasSize(2).allSatisfy(request -> assertThat(request.authorization())
                .isEqualTo("Bearer " + KEY));
        tellsNoKey(said, shown);
    }

    @Test
    void aCallThatIsPrintedAsText_isMade() {
        server.then(
                        StubReply.text(
                                "<tool_call>{\"name\": \"calculate\", \"arguments\": {\"expression\": \"2 * 21\"}}</tool_call>"))
                .then(StubReply.text("It is 42."));

        JsonNode reply = program(server.openAiUrl())
                .run("chat", "--json", "--once", "how much is 2 * 21")
                .exited(0)
                .json();

        assertThat(reply.path("reply").asText()).isEqualTo("It is 42.");
        assertThat(reply.path("actions")).hasSize(1);
        assertThat(reply.path("actions").get(0).path("result").asText()).isEqualTo("2 * 21 = 42");
    }

    /** What a server can do instead of answering, and what the person is told then. */
    static List<Arguments> troubles() {
        return List.of(
                arguments(
                        named("status 500", StubReply.status(500, "text/plain", "out of memory")),
                        " failed (500): out of memory; try again later"),
                arguments(
                        named("garbage", StubReply.status(200, "text/html", "<html><body>Welcome</body></html>")),
                        " answered something that is not a model's answer; check model.provider and model.base_url"),
                arguments(
                        named("nothing", StubReply.status(200, "application/json", "")),
                        " answered something that is not a model's answer; check model.provider and model.base_url"),
                arguments(named("reset", StubReply.reset()), " broke the connection before it had answered; try again"),
                arguments(
                        named("hang", StubReply.hang(new CountDownLatch(1))),
                        " did not answer within 2 s; try again, or raise model.timeout_seconds"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void trouble_isToldAndTheMessageIsKept(StubReply trouble, String told) {
        server.then(trouble);

        tells(program(server.openAiUrl()), server.openAiUrl(), told);
    }

    @Test
    void aServerThatIsNotThere_isTold_andTheReflexPlannerAnswersInstead() {
        server.close();
        Program program = program(server.openAiUrl());

        tells(program, server.openAiUrl(), " cannot be reached; start it, or check model.base_url and the network");

        assertThat(program.run("chat", "--planner", "reflex", "--once", "how much is 2 * 21")
                        .exited(0)
                        .out()
                        .strip())
                .isEqualTo("2 * 21 = 42");
    }

    private static void tells(Program program, String address, String trouble) {
        Program.Result said =
                program.run("chat", "--once", "Where did I park the car?").exited(1);
        Program.Result list = program.run("memory", "list", "--json").exited(0);
        JsonNode kept = list.json();

        assertThat(said.out()).isEmpty();
        assertThat(said.err().strip())
                .isEqualToNormalizingNewlines(
                        """
                        personaagent: the model server at %s%s. PersonaAgent can go on without a model: use --planner reflex
                        Your message is kept as episode %s."""
                                .formatted(
                                        address,
                                        trouble,
                                        kept.path(0).path("id").asText()));
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("text").asText()).isEqualTo("Where did I park the car?");
        tellsNoKey(said, list);
    }

    private static void tellsNoKey(Program.Result... results) {
        assertThat(results)
                .allSatisfy(result -> assertThat(result.out() + result.err()).doesNotContain(KEY));
    }

    private Program program(String url) {
        return new Program(folder.resolve("home"))
                .with("TEST_MODEL_KEY", KEY)
                .configured(
                        "[model]",
                        "provider = \"openai\"",
                        "name = \"stub\"",
                        "base_url = \"%s\"".formatted(url),
                        "api_key_env = \"TEST_MODEL_KEY\"",
                        "timeout_seconds = 2");
    }
}
