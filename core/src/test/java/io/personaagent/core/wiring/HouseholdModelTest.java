package io.personaagent.core.wiring;

import static io.personaagent.core.wiring.Homes.ADA;
import static io.personaagent.core.wiring.Homes.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.Service;
import io.personaagent.core.permit.Asker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdModelTest {

    @TempDir
    Path temp;

    @Test
    void serve_withoutAModel_doesNotLookAtTheModelsSettings() {
        Map<String, String> settings =
                Map.of("planner", "reflex", "model.provider", "openai", "model.api_key_env", "NOT_SET_ANYWHERE");
        try (Household household = open(temp, settings)) {
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
        try (Household household = open(temp, settings)) {
            Service service = household.serve(household.person(ADA), Asker.nobodyThere());

            assertThat(service.agent()).isNotSameAs(service.reflex());
        }
    }
}
