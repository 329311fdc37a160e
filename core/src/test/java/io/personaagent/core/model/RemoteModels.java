package io.personaagent.core.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Models behind a stub server. */
final class RemoteModels {

    static final String KEY = "sk-very-secret-key";
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** No pause but what a server asks for. */
    static final Pauses AT_ONCE = new Pauses(() -> 0, Clock.fixed(NOW, ZoneOffset.UTC));

    private RemoteModels() {}

    static RemoteModel at(String address, Timeouts timeouts, boolean streamed) {
        Models models = models(settings(address, timeouts), Map.of("STUB_KEY", KEY));
        return streamed ? models.remote() : models.whole();
    }

    static ModelSettings settings(String address, Timeouts timeouts) {
        return new ModelSettings("openai", "stub", new Server(address, "STUB_KEY"), Generation.USUAL, timeouts);
    }

    static Models models(ModelSettings settings, Map<String, String> environment) {
        return new Models(Profile.of(settings), environment, AT_ONCE);
    }

    static Timeouts shortly() {
        return new Timeouts(Duration.ofMillis(200), Duration.ofMillis(300));
    }

    static ChatRequest hello() {
        return ChatRequest.builder().messages(UserMessage.from("hello")).build();
    }
}
