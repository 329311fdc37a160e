package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatOnceTest {

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() {
        home = TestHome.in(folder);
    }

    @Test
    void once_remembersAndAnswers() {
        assertThat(home.run("chat", "--once", "My sister lives in Tromsø."))
                .isEqualTo(new Ran(0, "I'll remember that.\n", ""));

        Ran asked = home.at(TestHome.NOON.plus(Duration.ofDays(1))).run("chat", "--once", "Where does my sister live?");

        assertThat(asked.exit()).isZero();
        assertThat(asked.out()).isEqualTo("You told me yesterday: \"My sister lives in Tromsø.\"\n");
    }

    @Test
    void once_asJson_isOneObjectAndNothingElse() {
        home.run("chat", "--once", "我妹妹住在卑尔根。");

        Ran ran = home.run("chat", "--once", "Where does my sister live?", "--json", "--session", "s1");

        JsonNode reply = ran.json();
        assertThat(ran.err()).isEmpty();
        assertThat(reply.fieldNames())
                .toIterable()
                .containsExactly(
                        "episode",
                        "reply",
                        "end",
                        "planner",
                        "persona",
                        "cited",
                        "steered",
                        "recalled",
                        "results",
                        "unknownSources",
                        "actions",
                        "withheld",
                        "notKept");
        assertThat(reply.path("end").asText()).isEqualTo("answered");
        assertThat(reply.path("planner").asText()).isEqualTo("reflex");
        JsonNode logged = home.run("memory", "show", reply.path("episode").asText(), "--json")
                .json();
        assertThat(logged.path("session").asText()).isEqualTo("s1");
    }

    @Test
    void once_readsTheStandardInput() {
        Ran ran = home.runWith("I like crème brûlée.\nVery much.\n", "chat", "--once", "-");

        assertThat(ran.exit()).isZero();
        assertThat(home.run("memory", "list", "--json")
                        .json()
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("I like crème brûlée.\nVery much.");
    }

    @Test
    void once_nothing_isRefused() {
        Ran refused = new Ran(1, "", "personaagent: the message is empty; say something\n");

        assertThat(home.run("chat", "--once", "")).isEqualTo(refused);
        assertThat(home.run("chat", "--once", " \t")).isEqualTo(refused);
        assertThat(home.runWith("", "chat", "--once", "-", "--json")).isEqualTo(refused);
        assertThat(home.run("memory", "list").err()).isEqualTo("Nothing is remembered yet.\n");
    }

    @Test
    void once_tenMegabytes_areRefusedWithTheLimit() {
        assertThat(home.runWith("x".repeat(10 << 20), "chat", "--once", "-"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "personaagent: the message has 10,485,760 characters, but may have 100,000; put long texts into a file and use 'memory import'\n"));
    }

    @Test
    void once_aModelThatFails_isToldAndTheMessageIsKept() {
        try (StubModelServer server =
                new StubModelServer().then(StubReply.status(400, "text/plain", "no such model"))) {
            home.configured("[model]\nprovider = \"openai\"\nname = \"stub\"\nbase_url = \"%s\"\n"
                    .formatted(server.openAiUrl()));

            Ran ran = home.run("chat", "--once", "I moved to Oslo.");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            String episode = home.run("memory", "list", "--json")
                    .json()
                    .get(0)
                    .path("id")
                    .asText();
            assertThat(ran.err())
                    .startsWith("personaagent: ")
                    .contains("no such model")
                    .endsWith("Your message is kept as episode %s.\n".formatted(episode));
            assertThat(home.run("memory", "show", episode).out()).contains("you: I moved to Oslo.");

            Ran json = home.run("chat", "--once", "And I like it.", "--json");
            assertThat(json.exit()).isEqualTo(1);
            assertThat(json.json().path("end").asText()).isEqualTo("failed");
            assertThat(home.run("chat", "--once", "Hello", "--planner", "reflex")
                            .exit())
                    .isZero();
        }
    }

    @Test
    void once_asEvents_isALineForEach_andTheReplyInTheLast() {
        try (StubModelServer server = new StubModelServer()
                .then(StubReply.calls(new StubReply.Call("a", "no_such_tool", "{\"_because\":\"s1\"}")))
                .then(StubReply.text("Hello there [t1] [m9]."))) {
            home.configured("[model]\nprovider = \"openai\"\nname = \"stub\"\nbase_url = \"%s\"\n"
                    .formatted(server.openAiUrl()));

            Ran ran = home.run("chat", "--once", "Hello", "--events");

            List<JsonNode> events = ran.out()
                    .lines()
                    .map(io.personaagent.memory.json.Json::read)
                    .toList();
            assertThat(events)
                    .filteredOn(event -> !event.path("event").asText().equals("text"))
                    .extracting(event -> event.path("event").asText())
                    .containsExactly("thinking", "spent", "using", "observed", "thinking", "spent", "ended");
            assertThat(events.stream()
                            .map(event -> event.path("piece").asText())
                            .collect(Collectors.joining()))
                    .isEqualTo("Hello there.");
            assertThat(events.get(2).path("calls").get(0).path("arguments")).isEmpty();
            JsonNode ended = events.get(events.size() - 1);
            assertThat(ended.path("reply").asText()).isEqualTo("Hello there.");
            assertThat(ended.path("results").get(0).asText()).isEqualTo("a");
            assertThat(ended.path("unknownSources").asInt()).isEqualTo(2);
        }
    }

    @Test
    void once_anUnusableUser_isRefused() {
        assertThat(home.run("chat", "--once", "hi", "--user", "../ada"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "personaagent: user id '../ada' is not usable; it must be 1 to 64 letters, digits or any of . _ - @, beginning with a letter or digit\n"));
    }

    @Test
    void once_anUnknownPlanner_isRefused() {
        assertThat(home.run("--planner", "modle", "chat", "--once", "hi"))
                .isEqualTo(new Ran(1, "", "personaagent: settings: planner is 'modle'; expected reflex or model\n"));
        assertThat(home.run("--planner", "model", "chat", "--once", "hi"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "personaagent: settings: planner is 'model', but no model is configured; set model.provider and model.name, or planner = \"reflex\"\n"));
    }

    @Test
    void chat_withoutATerminal_takesLines() {
        Ran ran = home.runWith("I live in Oslo.\n\n/good\n/quit\nnever said\n", "chat");

        assertThat(ran).isEqualTo(new Ran(0, "I'll remember that.\n", "Good to know.\n"));
        assertThat(home.run("memory", "list", "--json").json()).hasSize(1);
    }

    @Test
    void noCommand_chatsUntilTheInputEnds() {
        assertThat(home.runWith("I live in Oslo.").out()).isEqualTo("I'll remember that.\n");
    }
}
