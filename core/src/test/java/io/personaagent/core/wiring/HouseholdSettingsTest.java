package io.personaagent.core.wiring;

import static io.personaagent.core.wiring.Homes.ADA;
import static io.personaagent.core.wiring.Homes.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.Service;
import io.personaagent.core.config.ConfigException;
import io.personaagent.core.permit.Asker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdSettingsTest {

    @TempDir
    private Path temp;

    @Test
    void overrides_goBeforeTheEnvironment_whichGoesBeforeTheFile() throws IOException {
        Files.writeString(temp.resolve("config.toml"), "user = \"file\"\nturn.recall = 3\nturn.max_steps = 4\n");
        Map<String, String> environment =
                Map.of("PERSONAAGENT_USER", "environment", "PERSONAAGENT_TURN_RECALL", "5", "OTHER", "x");

        try (Household household =
                new HouseholdSource(environment, Clock.systemUTC()).open(temp, Map.of("user", "ada"))) {
            assertThat(household.settings().text("user")).isEqualTo("ada");
            assertThat(household.settings().count("turn.recall")).isEqualTo(5);
            assertThat(household.settings().count("turn.max_steps")).isEqualTo(4);
        }
    }

    @Test
    void anOverrideThatThereIsNot_isRefused() {
        assertThatThrownBy(() -> open(temp, Map.of("colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no setting 'colour'");
    }

    @Test
    void timezone_isThePersonsClocks() {
        try (Household household = open(temp, Map.of("timezone", "Pacific/Auckland"))) {
            assertThat(household.clock().getZone()).hasToString("Pacific/Auckland");
            assertThat(household.person(ADA).clock().getZone()).hasToString("Pacific/Auckland");
            assertThat(household.person(ADA).clock().instant()).isEqualTo(Homes.DAY_ONE);
        }
    }

    @Test
    void backend_isTheOneThatIsConfigured() {
        try (Household household = open(temp, Map.of("memory.backend", "lexical"))) {
            assertThat(household.person(ADA).memory().backendName()).isEqualTo("lexical");
        }
    }

    @Test
    void unknownBackend_isNamed_withWhatWasMeant() {
        assertRefused(
                Map.of("memory.backend", "lexcal"), "settings: memory.backend is 'lexcal'; did you mean 'lexical'?");
        assertRefused(
                Map.of("memory.backend", "zzzzzzzzzzzz"),
                "settings: memory.backend is 'zzzzzzzzzzzz'; there are: episodic-semantic, lexical");
    }

    @Test
    void backend_anotherThanTheConfigured_isOpenedByItsName_withItsOwnSettings() throws IOException {
        Files.writeString(temp.resolve("config.toml"), "[memory.lexical]\nsome = \"thing\"\n");

        try (Household household = open(temp, Map.of())) {
            assertThat(household.backend("lexical").name()).isEqualTo("lexical");
            assertThat(household.lentTo("lexical").settings()).isEqualTo(Map.of("some", "thing"));
            assertThat(household.lentTo("episodic-semantic").settings()).isEmpty();
            assertThatThrownBy(() -> household.backend("lexcal"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("settings: --backend is 'lexcal'; did you mean 'lexical'?");
        }
    }

    @Test
    void unknownPlanner_isNamed_withWhatThereIs() {
        assertRefused(Map.of("planner", "relfex"), "settings: planner is 'relfex'; expected reflex or model");
    }

    @Test
    void modelPlanner_withoutAModel_saysWhatToSet() {
        assertRefused(
                Map.of("planner", "model"),
                "settings: planner is 'model', but no model is configured; set model.provider and model.name, or planner = \"reflex\"");
    }

    @Test
    void model_withSeveralProblems_isToldOfAllOfThem() {
        assertRefused(
                Map.of("model.provider", "openia", "model.temperature", "7"),
                "settings: model.provider is 'openia'; expected one of anthropic, gemini, ollama, openai; did you mean 'openai'?"
                        + "; model.name is missing; name the model as its server knows it"
                        + "; model.temperature is 7.0; expected a number from 0 to 2");
    }

    @Test
    void model_thatIsConfigured_serves_besideReflex() {
        Map<String, String> local =
                Map.of("model.provider", "openai", "model.name", "m", "model.base_url", "http://127.0.0.1:9/v1");

        try (Household household = open(temp, local)) {
            Service service = household.serve(household.person(ADA), Asker.nobodyThere());

            assertThat(service.agent()).isNotSameAs(service.reflex());
        }
    }

    @Test
    void reflexPlanner_leavesAModelAlone_evenOneThatCannotWork() {
        try (Household household = open(temp, Map.of("planner", "reflex", "model.provider", "openia"))) {
            Service service = household.serve(household.person(ADA), Asker.nobodyThere());

            assertThat(service.agent()).isSameAs(service.reflex());
        }
    }

    private void assertRefused(Map<String, String> overrides, String message) {
        try (Household household = open(temp, overrides)) {
            assertThatThrownBy(() -> household.serve(household.person(ADA), Asker.nobodyThere()))
                    .isExactlyInstanceOf(ConfigException.class)
                    .hasMessage(message);
        }
    }
}
