package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void problems_ofALocalServerWithoutKey_areNone() {
        assertThat(ModelSettings.of("openai", "qwen3", "http://localhost:11434/v1", "")
                        .problems(NOTHING))
                .isEmpty();
        assertThat(ModelSettings.of("openai", "qwen3", "http://127.0.0.1:8080/v1", "")
                        .problems(NOTHING))
                .isEmpty();
        assertThat(ModelSettings.of("openai", "qwen3", "http://[::1]:8080/v1", "")
                        .problems(NOTHING))
                .isEmpty();
        assertThat(ModelSettings.of("ollama", "qwen3", "", "").problems(NOTHING))
                .isEmpty();
        assertThat(ModelSettings.of("ollama", "qwen3", "http://box.lan:11434", "")
                        .problems(NOTHING))
                .isEmpty();
    }

    @Test
    void problems_withAKeyThatIsSet_areNone() {
        assertThat(ModelSettings.of("anthropic", "claude", "", "MY_KEY").problems(Map.of("MY_KEY", "secret")))
                .isEmpty();
        assertThat(ModelSettings.of("gemini", "gemini", "", "my_key").problems(Map.of("my_key", "secret")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"opnai,openai", "Openai,openai", "anthropics,anthropic", "gemni,gemini", "olama,ollama"})
    void problems_suggestAProvider(String wrong, String right) {
        assertThat(ModelSettings.of(wrong, "m", "http://localhost/v1", "").problems(NOTHING))
                .containsExactly(
                        "model.provider is '%s'; expected one of anthropic, gemini, ollama, openai; did you mean '%s'?"
                                .formatted(wrong, right));
    }

    @Test
    void problems_areAllToldAtOnce() {
        ModelSettings settings = new ModelSettings(
                "openai",
                " ",
                new Server("", ""),
                new Generation(3.5, 0),
                new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1)));

        assertThat(settings.problems(NOTHING))
                .containsExactly(
                        "model.name is missing; name the model as its server knows it",
                        "model.base_url is missing; provider openai needs it, for instance http://localhost:11434/v1",
                        "model.api_key_env is missing; provider openai needs a key: put it into an environment variable and name that variable here, for instance OPENAI_API_KEY",
                        "model.temperature is 3.5; expected a number from 0 to 2",
                        "model.max_output_tokens is 0; expected at least 1",
                        "model.timeout_seconds allows PT1S; expected at least the time to connect, which is PT5S");
    }

    @Test
    void problems_nameAVariableThatIsNotSet() {
        assertThat(ModelSettings.of("anthropic", "claude", "", "MY_KEY").problems(Map.of("MY_KEY", " ")))
                .containsExactly(
                        "model.api_key_env is 'MY_KEY', but there is no such environment variable; set it to your key");
    }

    @ParameterizedTest
    @CsvSource({"sk-ant-1234567890", "gsk_abcdef", "AIza-xyz"})
    void problems_neverRepeatAKeyThatStandsWhereItsVariableShould(String key) {
        assertThat(ModelSettings.of("anthropic", "claude", "", key).problems(NOTHING))
                .containsExactly(
                        "model.api_key_env is not the name of an environment variable that is set; put the key into a variable and name that variable here, for instance ANTHROPIC_API_KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://localhost/v1 | model.base_url is 'ftp://localhost/v1'; expected an address such as http://localhost:11434/v1",
                "localhost:11434 | model.base_url is 'localhost:11434'; expected an address such as http://localhost:11434/v1",
                "http://ada:secret@localhost/v1 | model.base_url holds a user name or password; use model.api_key_env instead",
                "not an address | model.base_url is not an address; expected one such as http://localhost:11434/v1"
            })
    void problems_nameAnAddressThatIsNone(String address, String problem) {
        assertThat(ModelSettings.of("ollama", "m", address, "").problems(NOTHING))
                .containsExactly(problem);
    }

    @Test
    void models_refuseSettingsThatCannotWork() {
        assertThatThrownBy(() -> RemoteModels.models(ModelSettings.of("opnai", "", "", ""), NOTHING))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        """
                        model.provider is 'opnai'; expected one of anthropic, gemini, ollama, openai; did you mean 'openai'?
                        model.name is missing; name the model as its server knows it""");
    }
}
