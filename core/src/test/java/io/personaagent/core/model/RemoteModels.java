package io.personaagent.core.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.personaagent.core.model.ModelSettings.Generation;
import io.personaagent.core.model.ModelSettings.Server;
import io.personaagent.core.model.ModelSettings.Timeouts;
import java.time.Duration;
import java.util.Map;

/** Models behind a stub server. */
final class RemoteModels {

    static final String KEY = "sk-very-secret-key";

    private RemoteModels() {}

    static RemoteModel at(String address, Timeouts timeouts, boolean streamed) {
        ModelSettings settings =
                new ModelSettings("openai", "stub", new Server(address, "STUB_KEY"), Generation.USUAL, timeouts);
        Models models = new Models(settings, Map.of("STUB_KEY", KEY));
        return streamed ? models.remote() : new RemoteModel(models.endpoint(), timeouts.total(), models.chat());
    }

    static Timeouts shortly() {
        return new Timeouts(Duration.ofMillis(200), Duration.ofMillis(300));
    }

    static ChatRequest hello() {
        return ChatRequest.builder().messages(UserMessage.from("hello")).build();
    }
}
