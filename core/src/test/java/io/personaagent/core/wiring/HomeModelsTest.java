package io.personaagent.core.wiring;

import static io.personaagent.core.wiring.Homes.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.config.ConfigException;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.model.Counts;
import io.personaagent.core.model.Endpoint;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.wiring.HomeModels.Purpose;
import io.personaagent.memory.episode.EpisodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HomeModelsTest {

    private final StubModelServer server = new StubModelServer();

    @TempDir
    Path temp;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void endpoints_areThoseThatWereChosen_andWhoStandsInForThem() {
        Map<String, String> settings = two();
        settings.put("plan.model", "best");
        settings.put("align.model", "cheap");

        try (Household household = open(temp, settings)) {
            HomeModels models = household.models();

            assertThat(models.endpoints(Purpose.PLAN))
                    .containsExactly(endpoint("best", "big"), endpoint("cheap", "small"));
            assertThat(models.endpoints(Purpose.ALIGN)).containsExactly(endpoint("cheap", "small"));
            assertThat(models.endpoints(Purpose.REFLECT)).isEqualTo(models.endpoints(Purpose.PLAN));
        }
    }

    @Test
    void endpoints_ofOneModel_areItsOwnForEverything() {
        try (Household household =
                open(temp, Map.of("models.local.provider", "ollama", "models.local.name", "qwen3"))) {
            Endpoint local = new Endpoint("models.local", "qwen3", "http://localhost:11434", "");

            for (Purpose purpose : Purpose.values()) {
                assertThat(household.models().endpoints(purpose)).containsExactly(local);
            }
        }
    }

    @Test
    void endpoints_withoutAModel_areNone() {
        try (Household household = open(temp, Map.of())) {
            assertThat(household.models().endpoints(Purpose.PLAN)).isEmpty();
        }
    }

    @Test
    void theUnnamedModel_answers_whereNobodySaysOtherwise() {
        Map<String, String> settings = two();
        settings.putAll(Map.of("model.provider", "ollama", "model.name", "mine", "model.fallback", "cheap"));

        try (Household household = open(temp, settings)) {
            assertThat(household.models().endpoints(Purpose.PLAN))
                    .containsExactly(
                            new Endpoint("model", "mine", "http://localhost:11434", ""), endpoint("cheap", "small"));
        }
    }

    @Test
    void unusableChoices_areAllTold() {
        Map<String, String> settings = two();
        settings.putAll(Map.of("plan.model", "best", "align.model", "chep", "models.best.price_in", "-1"));

        assertRefused(
                settings,
                "settings: models.best.price_in and price_out are -1.0 and 0.0; expected numbers from 0 on; align.model is 'chep', but there is no such model; did you mean 'cheap'?");
    }

    @Test
    void severalModels_withoutAChoice_areRefused() {
        assertRefused(
                two(),
                "settings: there are several models, but plan.model does not say which one answers you; it can be best, cheap");
    }

    @Test
    void aCircle_isRefused() {
        Map<String, String> settings = two();
        settings.putAll(Map.of("plan.model", "best", "models.cheap.fallback", "best"));

        assertRefused(
                settings,
                "settings: models.cheap.fallback leads back: best -> cheap -> best; a model cannot stand in for itself");
    }

    @ParameterizedTest
    @CsvSource({
        "vllm, Qwen/Qwen3-8B, http://127.0.0.1:8000/v1",
        "llama, any, http://127.0.0.1:8080/v1",
        "studio, qwen3-8b, http://127.0.0.1:1234/v1",
        "ollama, qwen3, http://localhost:11434",
        "claude, claude-sonnet-4-5, https://api.anthropic.com/v1/",
        "gemini, gemini-2.5-flash, https://generativelanguage.googleapis.com/v1beta"
    })
    void theUsualServers_areConfiguredInThreeLines(String name, String model, String address) throws Exception {
        Files.writeString(
                temp.resolve("config.toml"),
                """
                plan.model = "%s"
                models.vllm = { provider = "openai", name = "Qwen/Qwen3-8B", base_url = "http://127.0.0.1:8000/v1" }
                models.llama = { provider = "openai", name = "any", base_url = "http://127.0.0.1:8080/v1" }
                models.studio = { provider = "openai", name = "qwen3-8b", base_url = "http://127.0.0.1:1234/v1" }
                models.ollama = { provider = "ollama", name = "qwen3" }
                models.claude = { provider = "anthropic", name = "claude-sonnet-4-5", api_key_env = "ANTHROPIC_API_KEY" }
                models.gemini = { provider = "gemini", name = "gemini-2.5-flash", api_key_env = "GEMINI_API_KEY" }
                """
                        .formatted(name));
        Map<String, String> keys = Map.of("ANTHROPIC_API_KEY", "k", "GEMINI_API_KEY", "k");

        try (Household household =
                new HouseholdSource(keys, Clock.fixed(Homes.DAY_ONE, ZoneOffset.UTC)).open(temp, Map.of())) {
            assertThat(household.models().endpoints(Purpose.PLAN))
                    .singleElement()
                    .satisfies(endpoint -> {
                        assertThat(endpoint.model()).isEqualTo(model);
                        assertThat(endpoint.address()).isEqualTo(address);
                    });
        }
    }

    @Test
    void aTurn_isAnsweredByWhoStandsIn_andItsJournalSaysSo() {
        server.answering(request -> request.body().contains("\"big\"")
                ? StubReply.status(401, "text/plain", "no")
                : StubReply.text("Green tea."));
        Map<String, String> settings = two();
        settings.put("plan.model", "best");
        List<String> detours = new ArrayList<>();

        try (Household household = open(temp, settings)) {
            Reply reply = household
                    .serve(household.person(ADA), Asker.nobodyThere())
                    .agent()
                    .respond(
                            new EpisodeId("e1"),
                            new Message("s", "What do I like?", Instant.EPOCH),
                            new TurnListener() {
                                @Override
                                public void detour(String why) {
                                    detours.add(why);
                                }
                            });

            String why =
                    "the model server at %s wants a key (401); put it into an environment variable and name that variable in models.best.api_key_env"
                            .formatted(server.openAiUrl());
            assertThat(reply.text()).isEqualTo("Green tea.");
            assertThat(detours).containsExactly(why);
            TurnJournal journal = household
                    .journaling(household.person(ADA))
                    .journals()
                    .find(new EpisodeId("e1"))
                    .orElseThrow();
            assertThat(journal.asked()).singleElement().satisfies(asked -> assertThat(asked.reply())
                    .contains("\"by\":\"small\"", "\"since\":[\"" + why + "\"]"));
            assertThat(household.models().counts())
                    .containsEntry("models.best", new Counts(1, 0, 1, 0, 0, 0, 0))
                    .containsEntry("models.cheap", new Counts(1, 0, 0, 0, 42, 7, 0));
        }
    }

    /** With these settings in its file; the environment knows no models under names. */
    private static Household open(Path home, Map<String, String> settings) {
        String file = settings.entrySet().stream()
                .map(each -> "%s = '%s'%n".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        try {
            Files.writeString(home.resolve("config.toml"), file);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return Homes.open(home);
    }

    private Map<String, String> two() {
        return new HashMap<>(Map.of(
                "models.best.provider", "openai",
                "models.best.name", "big",
                "models.best.base_url", server.openAiUrl(),
                "models.best.fallback", "cheap",
                "models.best.stream", "false",
                "models.cheap.provider", "openai",
                "models.cheap.name", "small",
                "models.cheap.base_url", server.openAiUrl(),
                "models.cheap.stream", "false"));
    }

    private Endpoint endpoint(String name, String model) {
        return new Endpoint("models." + name, model, server.openAiUrl(), "");
    }

    private void assertRefused(Map<String, String> settings, String message) {
        try (Household household = open(temp, settings)) {
            assertThatThrownBy(() -> household.serve(household.person(ADA), Asker.nobodyThere()))
                    .isExactlyInstanceOf(ConfigException.class)
                    .hasMessage(message);
        }
    }
}
