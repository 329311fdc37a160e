package io.personaagent.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada.Lovelace", "阿达", "آدا", "josé@example.org", "1", "a-b_c"})
    void userId_takesNamesOfAnyScript(String value) {
        assertThat(new UserId(value)).hasToString(value);
    }

    @Test
    void userId_isTheSameHoweverAnAccentWasTyped() {
        assertThat(new UserId("jose\u0301")).isEqualTo(new UserId("josé"));
        assertThat(new UserId("Ada")).isNotEqualTo(new UserId("ada")).isLessThan(new UserId("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../etc", "a/b", ".hidden", "a b", "a\u0000b", "-x"})
    void userId_refusesWhatCouldBeAPathOrNothing(String value) {
        assertThatThrownBy(() -> new UserId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "user id '%s' is not usable; it must be 1 to 64 letters, digits or any of . _ - @, beginning with a letter or digit"
                                .formatted(value.replace('\u0000', '?')));
    }

    @Test
    void userId_doesNotRepeatABook() {
        assertThat(new UserId("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new UserId("x".repeat(5000)))
                .hasMessageStartingWith("user id '" + "x".repeat(80) + "...' is not usable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network:en.wikipedia.org", "folder:/home/ada", "memory", "environment:HOME"})
    void permission_readsWhatItWrites(String text) {
        assertThat(Permission.parse(text)).hasToString(text).isEqualTo(Permission.parse(text));
    }

    @Test
    void permission_saysWhatIsWrong() {
        assertThatThrownBy(() -> Permission.parse("wifi:home"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "permission 'wifi:home' is unknown; use network:HOST, folder:PATH, memory or environment:NAME");
        assertThatThrownBy(() -> Permission.parse("network"))
                .hasMessage("permission network needs a target, such as 'network:NAME'");
        assertThatThrownBy(() -> Permission.parse("memory:all"))
                .hasMessage("permission memory takes no target, but 'all' was given");
    }

    @Test
    void toolSpec_keepsPermissionsInOrder() {
        ToolSpec spec = ToolSpec.of(function("greet", "Greets the person."), Effect.READ, "greet me")
                .needing(
                        Permission.parse("network:b.org"),
                        Permission.parse("memory"),
                        Permission.parse("network:a.org"));

        assertThat(spec.permissions())
                .extracting(Permission::toString)
                .containsExactly("memory", "network:a.org", "network:b.org");
        assertThat(spec.needs(Permission.Kind.MEMORY)).isTrue();
        assertThat(spec.needs(Permission.Kind.FOLDER)).isFalse();
        assertThat(spec.name()).isEqualTo("greet");
        assertThat(spec.description()).isEqualTo("Greets the person.");
        assertThat(spec.examples()).containsExactly("greet me");
        assertThatThrownBy(() -> spec.permissions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toolSpec_refusesUnusableNamesAndMissingDescriptions() {
        assertThatThrownBy(() -> ToolSpec.of(function("gréet me", "Greets."), Effect.READ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "tool name 'gréet me' is not usable; it must be 1 to 64 of a-z, A-Z, 0-9, _ and -, beginning with a letter");
        assertThatThrownBy(() -> ToolSpec.of(function("greet", " "), Effect.READ))
                .hasMessage("tool 'greet' has no description; say in one sentence what it does and when to use it");
    }

    @Test
    void toolSettings_tellASlipOfThePen() {
        ToolSettings settings = new ToolSettings(Map.of("base_ulr", "x", "zeal", "y", "language", "de"));

        assertThatThrownBy(() -> settings.onlyKnowing("language", "base_url"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown setting base_ulr, zeal; it knows base_url, language");
        assertThatThrownBy(settings::onlyKnowing).hasMessage("unknown setting base_ulr, language, zeal; it has none");
        assertThat(settings.onlyKnowing("language", "base_ulr", "zeal")).isSameAs(settings);
        assertThat(settings.find("language")).contains("de");
        assertThat(ToolSettings.NONE.find("language")).isEmpty();
    }

    @Test
    void preferences_areCopied() {
        Map<String, String> values = new HashMap<>(Map.of("units", "metric"));
        Preferences preferences = new Preferences(values, List.of("Likes short answers."));

        values.clear();

        assertThat(preferences.find("units")).contains("metric");
        assertThat(Preferences.NONE.find("units")).isEmpty();
        assertThat(preferences.statements()).containsExactly("Likes short answers.");
    }

    @Test
    void toolResult_foldsToWhatItIs() {
        assertThat(ToolResult.done("fine").<String>fold(done -> "done " + done.text(), failed -> "failed"))
                .isEqualTo("done fine");
        assertThat(ToolResult.failed(Fault.WORLD, "away")
                        .<String>fold(done -> "done", failed -> failed.fault() + " " + failed.message()))
                .isEqualTo("WORLD away");
    }

    @Test
    void deadline_isOverWhenNothingIsLeft() {
        Deadline some = () -> Duration.ofMillis(1);
        Deadline none = () -> Duration.ZERO;

        assertThat(Set.of(some.over(), none.over())).containsExactlyInAnyOrder(false, true);
        assertThat(none.over()).isTrue();
    }

    private static ToolSpecification function(String name, String description) {
        return ToolSpecification.builder().name(name).description(description).build();
    }
}
