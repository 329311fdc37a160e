package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.personaagent.core.contract.GoingByStatements;
import io.personaagent.core.contract.GoingByStatements.Habit;
import io.personaagent.core.contract.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request of two people to the program as it is shipped: the bundled tools are called with what each of them is like. */
class TwoPersonasIT {

    private static final Map<String, String> DECIDED = Map.of(
            "convert_units", "unit",
            "time_in", "place",
            "add_todo", "text",
            "date_of", "when",
            "percent_of", "percent",
            "add_note", "text");

    private static final List<String> ADA = List.of(
            "Thinks in km.",
            "Lives in Oslo.",
            "Shops at Rema.",
            "Runs errands on Friday.",
            "Tips 10 percent.",
            "Writes in Norwegian.");
    private static final List<String> BOB = List.of(
            "Thinks in yards.",
            "Lives in Tokyo.",
            "Shops at Lawson.",
            "Runs errands on Monday.",
            "Tips 20 percent.",
            "Writes in Japanese.");

    @TempDir
    Path folder;

    private final StubModelServer server = new StubModelServer()
            .answering(new GoingByStatements(List.of(
                    habit("Thinks in (\\w+)", "convert_units", "unit", "{}", Map.of("quantity", "26.2 miles")),
                    habit("Lives in (\\w+)", "time_in", "place", "{}", Map.of()),
                    habit("Shops at (\\w+)", "add_todo", "text", "buy milk at {}", Map.of()),
                    habit("errands on (\\w+)", "date_of", "when", "next {}", Map.of()),
                    habit("Tips (\\d+) percent", "percent_of", "percent", "{}", Map.of("amount", "80")),
                    habit("Writes in (\\w+)", "add_note", "text", "learn {} words", Map.of()))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSameRequest_callsSixToolsOtherwise_andWhyNamesTheSentence() throws IOException {
        Map<String, JsonNode> adas = plan("ada", ADA);
        Map<String, JsonNode> bobs = plan("bob", BOB);

        assertThat(adas.keySet()).isEqualTo(DECIDED.keySet()).isEqualTo(bobs.keySet());
        adas.values().forEach(TwoPersonasIT::isTraced);
        bobs.values().forEach(TwoPersonasIT::isTraced);
        assertThat(values(adas).entrySet())
                .doesNotContainAnyElementsOf(values(bobs).entrySet());
        assertThat(result(adas, "convert_units")).contains("42.1");
        assertThat(result(bobs, "percent_of")).contains("16");

        String why = program("ada")
                .typing("Plan my day.", "/why")
                .run("chat", "--user", "ada")
                .exited(0)
                .out();
        assertThat(why)
                .contains(
                        "unit: because of \"Thinks in km.\" (s1); the value stands in it",
                        "place: because of \"Lives in Oslo.\" (s2); the value stands in it",
                        "text: because of \"Shops at Rema.\" (s3); the value stands in it",
                        "when: because of \"Runs errands on Friday.\" (s4); the value stands in it",
                        "percent: because of \"Tips 10 percent.\" (s5); the value stands in it");
        String turn = program("ada")
                .run("journal", "list", "--user", "ada", "--json")
                .exited(0)
                .json()
                .get(0)
                .path("turn")
                .asText();
        assertThat(program("ada")
                        .run("journal", "replay", turn, "--user", "ada")
                        .exited(0)
                        .out())
                .startsWith("The same in all 2 steps.");
    }

    private static Habit habit(
            String sentence, String tool, String argument, String value, Map<String, Object> others) {
        return new Habit(Pattern.compile(sentence), tool, argument, value, others);
    }

    private static void isTraced(JsonNode action) {
        assertThat(action.path("error").asText()).isEmpty();
        assertThat(action.path("arguments").has("_because")).isFalse();
        assertThat(action.path("because").get(0).path("argument").asText()).isEqualTo(argument(action));
        assertThat(action.path("because").get(0).path("source").asText()).isEqualTo("statement");
        assertThat(action.path("because").get(0).path("confirmed").asBoolean()).isTrue();
    }

    /** The argument that the persona decides. */
    private static String argument(JsonNode action) {
        return DECIDED.getOrDefault(action.path("tool").asText(), "nothing");
    }

    private static Map<String, String> values(Map<String, JsonNode> actions) {
        Map<String, String> values = new TreeMap<>();
        actions.forEach((tool, action) ->
                values.put(tool, action.path("arguments").path(argument(action)).asText()));
        return values;
    }

    private static String result(Map<String, JsonNode> actions, String tool) {
        return actions.getOrDefault(tool, MissingNode.getInstance())
                .path("result")
                .asText();
    }

    /** What was called, by tool. */
    private Map<String, JsonNode> plan(String user, List<String> sentences) throws IOException {
        Path persona = Files.write(folder.resolve(user + ".txt"), sentences);
        program(user)
                .run("persona", "edit", "--user", user, "--file", persona.toString())
                .exited(0);
        JsonNode reply = program(user)
                .run("chat", "--user", user, "--once", "Plan my day.", "--json")
                .exited(0)
                .json();
        Map<String, JsonNode> calls = new TreeMap<>();
        reply.path("actions").forEach(action -> calls.put(action.path("tool").asText(), action));
        return calls;
    }

    private Program program(String user) {
        return new Program(folder.resolve("home-" + user))
                .with("TEST_MODEL_KEY", "k")
                .configured(
                        "memory.backend = \"lexical\"",
                        "[model]",
                        "provider = \"openai\"",
                        "name = \"stub\"",
                        "base_url = \"%s\"".formatted(server.openAiUrl()),
                        "api_key_env = \"TEST_MODEL_KEY\"");
    }
}
