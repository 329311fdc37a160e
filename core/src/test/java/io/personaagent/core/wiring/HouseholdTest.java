package io.personaagent.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.Service;
import io.personaagent.core.config.ConfigException;
import io.personaagent.core.tool.Asker;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdTest {

    private static final UserId ADA = new UserId("ada");

    @TempDir
    Path folder;

    @Test
    void person_withABackendThatIsNotThere_isToldInOurWords() {
        try (Household household = open(Map.of("memory.backend", "lexcal"))) {
            assertThatThrownBy(() -> household.person(ADA))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("settings: memory.backend is 'lexcal'; did you mean 'lexical'?");
        }
    }

    @Test
    void serve_withAPlannerThatIsNotThere_isToldInOurWords() {
        try (Household household = open(Map.of("planner", "reflexx"))) {
            assertThatThrownBy(() -> household.serve(household.person(ADA), Asker.nobodyThere()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("settings: planner is 'reflexx'; expected reflex or model");
        }
    }

    @Test
    void serve_withoutAModel_doesNotLookAtTheModelsSettings() {
        Map<String, String> settings =
                Map.of("planner", "reflex", "model.provider", "openai", "model.api_key_env", "NOT_SET_ANYWHERE");
        try (Household household = open(settings)) {
            Service service = household.serve(household.person(ADA), Asker.nobodyThere());

            assertThat(service.agent()).isSameAs(service.reflex());
        }
    }

    @Test
    void serve_withLittlePatienceForTheModel_works() {
        Map<String, String> settings = Map.of(
                "model.provider",
                "openai",
                "model.name",
                "any",
                "model.base_url",
                "http://127.0.0.1:9/v1",
                "model.timeout_seconds",
                "1");
        try (Household household = open(settings)) {
            Service service = household.serve(household.person(ADA), Asker.nobodyThere());

            assertThat(service.agent()).isNotSameAs(service.reflex());
        }
    }

    @Test
    void close_waitsForTheModelThatIsBeingLoaded() {
        Thread.currentThread().interrupt();

        open(Map.of()).warmUp().close();

        assertThat(Thread.interrupted())
                .as("the interrupt is kept for who sent it")
                .isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("embedding-model");
    }

    private Household open(Map<String, String> overrides) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
        return new HouseholdSource(Map.of(), clock).open(folder.resolve("home"), overrides);
    }
}
