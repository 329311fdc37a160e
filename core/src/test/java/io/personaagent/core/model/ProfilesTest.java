package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    @Test
    void chain_isTheModelAndThoseThatStandInForIt() {
        Profiles profiles = profiles("best", "good", "good", "local", "local", "");

        assertThat(profiles.chain("best")).extracting(Profile::name).containsExactly("best", "good", "local");
        assertThat(profiles.chain("local")).extracting(Profile::name).containsExactly("local");
        assertThat(profiles.problems("plan.model", "best", Map.of())).isEmpty();
    }

    @Test
    void problems_nameACircle() {
        Profiles profiles = profiles("best", "good", "good", "local", "local", "good");

        assertThat(profiles.problems("plan.model", "best", Map.of()))
                .containsExactly(
                        "models.local.fallback leads back: best -> good -> local -> good; a model cannot stand in for itself");
        assertThatThrownBy(() -> profiles.chain("best")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void problems_nameAModelThatStandsInForItself() {
        assertThat(profiles("best", "best").problems("plan.model", "best", Map.of()))
                .containsExactly("models.best.fallback leads back: best -> best; a model cannot stand in for itself");
    }

    @Test
    void problems_suggestAName() {
        Profiles profiles = profiles("best", "lokal", "local", "");

        assertThat(profiles.problems("align.model", "bes", Map.of()))
                .containsExactly("align.model is 'bes', but there is no such model; did you mean 'best'?");
        assertThat(profiles.problems("plan.model", "best", Map.of()))
                .containsExactly("models.best.fallback is 'lokal', but there is no such model; did you mean 'local'?");
        assertThat(profiles.problems("plan.model", "something", Map.of()))
                .containsExactly("plan.model is 'something', but there is no such model; there are best, local");
        assertThat(new Profiles(Map.of()).problems("plan.model", "best", Map.of()))
                .containsExactly("plan.model is 'best', but there is no such model; no model is configured");
    }

    @Test
    void problems_areThoseOfEachModelOnTheWay() {
        ModelSettings noKey = ModelSettings.of("openai", "gpt", "https://api.example.com/v1", "");
        Profile best = profile("best", ModelSettings.of("", "", "", ""), "cheap");
        Profile cheap = profile("cheap", noKey, "");

        assertThat(new Profiles(Map.of("best", best, "cheap", cheap)).problems("plan.model", "best", Map.of()))
                .containsExactly(
                        "models.best.provider is missing; expected one of anthropic, gemini, ollama, openai",
                        "models.best.name is missing; name the model as its server knows it",
                        "models.cheap.api_key_env is missing; provider openai needs a key: put it into an environment variable and name that variable here, for instance OPENAI_API_KEY");
    }

    /** Given as name and fallback in turn. */
    private static Profiles profiles(String... namesAndFallbacks) {
        Map<String, Profile> named = new HashMap<>();
        for (int i = 0; i < namesAndFallbacks.length; i += 2) {
            String name = namesAndFallbacks[i];
            named.put(name, profile(name, ModelSettings.of("ollama", name, "", ""), namesAndFallbacks[i + 1]));
        }
        return new Profiles(named);
    }

    private static Profile profile(String name, ModelSettings settings, String fallback) {
        return new Profile(
                "models." + name,
                settings,
                Profile.Speech.STREAMED,
                Stamina.USUAL,
                new Profile.Terms(Price.NONE, fallback));
    }
}
