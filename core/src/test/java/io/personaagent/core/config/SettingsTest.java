package io.personaagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Settings settings(Map<String, String> file) {
        return Settings.of(file, Map.of(), "config.toml");
    }

    @Test
    void find_fallsBackToTheDefault() {
        Settings settings = settings(Map.of());

        assertThat(settings.text("user")).isEqualTo("me");
        assertThat(settings.text("memory.backend")).isEqualTo("episodic-semantic");
        assertThat(settings.count("turn.max_steps")).isEqualTo(16);
        assertThat(settings.flag("model.stream")).isTrue();
        assertThat(settings.find("model.provider")).isEmpty();
    }

    @Test
    void known_haveFallbacksThatFit() {
        assertThat(Settings.KNOWN)
                .filteredOn(setting -> !setting.fallback().isEmpty())
                .allSatisfy(setting -> assertThat(setting.problem(setting.fallback(), setting.key()))
                        .isEmpty());
    }

    @Test
    void of_putsTheEnvironmentOverTheFile() {
        Settings settings = Settings.of(
                Map.of("turn.max_steps", "3", "user", "ada"),
                Map.of("PERSONAAGENT_TURN_MAX_STEPS", "5", "HOME", "/"),
                "");

        assertThat(settings.count("turn.max_steps")).isEqualTo(5);
        assertThat(settings.text("user")).isEqualTo("ada");
    }

    @Test
    void of_suggestsWhatWasMeant() {
        assertThatThrownBy(() -> settings(Map.of("model.provder", "openai")))
                .hasMessage("config.toml: unknown setting 'model.provder'; did you mean 'model.provider'?");
        assertThatThrownBy(() -> settings(Map.of("memory.bakend", "x")))
                .hasMessage("config.toml: unknown setting 'memory.bakend'; did you mean 'memory.backend'?");
    }

    @Test
    void of_knowsModelsUnderNames() {
        Settings settings = settings(Map.of("models.cheap.name", "qwen3", "models.cheap.retries", "0"));

        assertThat(settings.text("models.cheap.name")).isEqualTo("qwen3");
        assertThat(settings.count("models.cheap.retries")).isZero();
        assertThat(settings.count("models.cheap.timeout_seconds")).isEqualTo(120);
        assertThat(settings.find("models.other.name")).isEmpty();
    }

    @Test
    void of_checksModelsUnderNames() {
        assertThatThrownBy(() -> settings(Map.of("models.cheap.nmae", "qwen3")))
                .hasMessage("config.toml: unknown setting 'models.cheap.nmae'; did you mean 'models.cheap.name'?");
        assertThatThrownBy(() -> settings(Map.of("models.cheap.stream", "perhaps")))
                .hasMessage("config.toml: models.cheap.stream is 'perhaps'; expected true or false");
        assertThatThrownBy(() -> settings(Map.of("models.cheap", "qwen3")))
                .hasMessageStartingWith("config.toml: unknown setting 'models.cheap'; ");
    }

    @Test
    void of_listsWhatIsKnownWhenNothingIsClose() {
        assertThatThrownBy(() -> settings(Map.of("colour", "red")))
                .hasMessage("config.toml: unknown setting 'colour'; known are "
                        + String.join(
                                ", ", Settings.KNOWN.stream().map(Setting::key).toList()));
    }

    @Test
    void of_tellsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> settings(Map.of(
                        "turn.max_steps", "many", "timezone", "Mars/Olympus", "model.stream", "perhaps", "usr", "ada")))
                .hasMessage("config.toml: model.stream is 'perhaps'; expected true or false; "
                        + "timezone is 'Mars/Olympus'; expected a time zone such as Europe/Berlin; "
                        + "turn.max_steps is 'many'; expected a whole number, at least 1; "
                        + "unknown setting 'usr'; did you mean 'user'?");
    }

    @Test
    void of_namesTheVariableThatIsWrong() {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of("PERSONAAGENT_TURN_RECALL", "0"), "config.toml"))
                .hasMessage("environment: PERSONAAGENT_TURN_RECALL is '0'; expected a whole number, at least 1");
    }

    @Test
    void of_namesAVariableThatNobodyKnows() {
        assertThatThrownBy(() -> Settings.of(
                        Map.of(),
                        Map.of("PERSONAAGENT_MODEL_PROVDER", "openai", "PERSONAAGENT_HOME", "/h"),
                        "config.toml"))
                .hasMessage(
                        "environment: unknown variable PERSONAAGENT_MODEL_PROVDER; did you mean PERSONAAGENT_MODEL_PROVIDER?");
    }

    @Test
    void table_isWhatAPluginIsGiven() {
        Settings settings = settings(Map.of("plugins.wikipedia.base_url", "http://127.0.0.1", "plugins.notes.x", "1"));

        assertThat(settings.table("plugins.wikipedia")).isEqualTo(Map.of("base_url", "http://127.0.0.1"));
        assertThat(settings.table("plugins.clock")).isEmpty();
    }

    @Test
    void closest_isEmptyWhenNothingIsNear() {
        assertThat(Suggestion.closest("planer", List.of("user", "planner"))).contains("planner");
        assertThat(Suggestion.closest("zebra", List.of("user", "planner"))).isEmpty();
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }
}
