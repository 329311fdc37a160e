package io.personaagent.core.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.io.EOFException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes LangChain4j's models from settings. Making one connects to nothing; its requests are never logged, for they hold memories.
 *
 * <p>LangChain4j's own retries are off: they would also ask a server again that is not there. What is worth a second request is decided by
 * {@link Retrying}.
 */
public final class Models {

    /** Servers on this machine want no key, but the client libraries do. */
    private static final String NO_KEY = "none";

    private final Profile profile;
    private final ModelSettings settings;
    private final Meter meter;
    private final Provider provider;
    private final String key;
    private final HttpClientBuilder http;

    /**
     * @param environment the environment variables, of which only the one with the key is read
     * @param pauses before a server is asked again
     * @throws ModelException naming every problem when the settings cannot work
     */
    public Models(Profile profile, Map<String, String> environment, Pauses pauses) {
        this.profile = profile;
        this.settings = profile.settings();
        List<String> problems = settings.problems(profile.table(), environment);
        if (!problems.isEmpty()) {
            throw new ModelException(String.join("\n", problems));
        }
        this.meter = new Meter(profile.terms().price(), new Tally(), new Within(System::nanoTime));
        this.provider = Provider.named(settings.provider()).orElseThrow();
        String found =
                environment.getOrDefault(settings.server().apiKeyEnv(), "").strip();
        this.key = found.isEmpty() ? NO_KEY : found;
        Retrying retrying = new Retrying(profile.stamina(), pauses, meter.tally());
        this.http = new GuardedHttpClientBuilder(settings.timeouts(), retrying, meter.within());
    }

    /** The model with all that a conversation needs: heard while it speaks, where it is configured so, and errors in plain words. */
    public RemoteModel remote() {
        return profile.speech() == Profile.Speech.WHOLE
                ? whole()
                : remote(new RemoteModel.Ways(chat(), new Ending(streaming())));
    }

    /** The same, but each answer in one piece. */
    public RemoteModel whole() {
        return remote(new RemoteModel.Ways(chat(), null));
    }

    /** What was asked of it, in whichever way. */
    public Counts counts() {
        return meter.tally().counts();
    }

    /** Where the model is, as a person is told. */
    public Endpoint endpoint() {
        return new Endpoint(
                profile.table(), settings.name(), address(), settings.server().apiKeyEnv());
    }

    private RemoteModel remote(RemoteModel.Ways ways) {
        return new RemoteModel(endpoint(), settings.timeouts().total(), ways, meter);
    }

    /** The bare model; what goes wrong is thrown as LangChain4j's exceptions. */
    public ChatModel chat() {
        return switch (provider) {
            case OPENAI -> openAi();
            case ANTHROPIC -> anthropic();
            case GEMINI -> gemini();
            case OLLAMA -> ollama();
        };
    }

    /** The bare model that speaks as it thinks. */
    public StreamingChatModel streaming() {
        return switch (provider) {
            case OPENAI -> streamingOpenAi();
            case ANTHROPIC -> streamingAnthropic();
            case GEMINI -> streamingGemini();
            case OLLAMA -> streamingOllama();
        };
    }

    private String address() {
        String configured = settings.server().baseUrl();
        return configured.isEmpty() ? provider.usualAddress() : configured.replaceFirst("/+$", "");
    }

    /** OpenAI itself refuses the old name of this limit; many servers that speak its protocol know no other. */
    private boolean isOpenAiItself() {
        return address().startsWith("https://api.openai.com");
    }

    private @Nullable Integer maxTokens() {
        return isOpenAiItself() ? null : Integer.valueOf(settings.generation().maxOutputTokens());
    }

    private @Nullable Integer maxCompletionTokens() {
        return isOpenAiItself() ? Integer.valueOf(settings.generation().maxOutputTokens()) : null;
    }

    private ChatModel openAi() {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .maxTokens(maxTokens())
                .maxCompletionTokens(maxCompletionTokens())
                .maxRetries(0)
                .build();
    }

    private StreamingChatModel streamingOpenAi() {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .maxTokens(maxTokens())
                .maxCompletionTokens(maxCompletionTokens())
                .build();
    }

    private ChatModel anthropic() {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .maxTokens(settings.generation().maxOutputTokens())
                .maxRetries(0)
                .build();
    }

    private StreamingChatModel streamingAnthropic() {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .maxTokens(settings.generation().maxOutputTokens())
                .build();
    }

    private ChatModel gemini() {
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .maxOutputTokens(settings.generation().maxOutputTokens())
                .maxRetries(0)
                .build();
    }

    private StreamingChatModel streamingGemini() {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .apiKey(key)
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .maxOutputTokens(settings.generation().maxOutputTokens())
                .build();
    }

    private ChatModel ollama() {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .numPredict(settings.generation().maxOutputTokens())
                .maxRetries(0)
                .build();
    }

    private StreamingChatModel streamingOllama() {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(address())
                .modelName(settings.name())
                .temperature(settings.generation().temperature())
                .numPredict(settings.generation().maxOutputTokens())
                .build();
    }

    /** Our HTTP speaks on the caller's thread: a stream that has not ended when it returns was cut, and never will. */
    private record Ending(StreamingChatModel model) implements StreamingChatModel {
        @Override
        public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
            model.chat(request, handler);
            handler.onError(new EOFException("the stream ended before the answer did"));
        }
    }
}
