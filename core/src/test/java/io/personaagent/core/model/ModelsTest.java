package io.personaagent.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each provider speaks its own protocol: one answer and one call of a tool, in one piece and as a stream. */
@Timeout(30)
class ModelsTest {

    private static final String ANTHROPIC_TEXT =
            """
            {"id":"1","type":"message","role":"assistant","model":"stub","content":[{"type":"text","text":"Grüße, 你好"}],
            "stop_reason":"end_turn","usage":{"input_tokens":42,"output_tokens":7}}""";
    private static final String ANTHROPIC_CALL =
            """
            {"id":"1","type":"message","role":"assistant","model":"stub","content":[{"type":"tool_use","id":"c1","name":"weather",
            "input":{"city":"Zürich"}}],"stop_reason":"tool_use","usage":{"input_tokens":42,"output_tokens":7}}""";
    private static final String ANTHROPIC_STREAM =
            """
            event: message_start
            data: {"type":"message_start","message":{"id":"1","model":"stub","usage":{"input_tokens":42,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Grüße, "}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"你好"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}}

            event: message_stop
            data: {"type":"message_stop"}

            """;
    private static final String GEMINI_TEXT =
            """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"Grüße, 你好"}]},"finishReason":"STOP"}],
            "usageMetadata":{"promptTokenCount":42,"candidatesTokenCount":7,"totalTokenCount":49},"modelVersion":"stub"}""";
    private static final String GEMINI_CALL =
            """
            {"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"weather","args":{"city":"Zürich"}}}]},
            "finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":42,"candidatesTokenCount":7,"totalTokenCount":49}}""";
    private static final String OLLAMA_TEXT =
            """
            {"model":"stub","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"Grüße, 你好"},"done":true,\
            "done_reason":"stop","prompt_eval_count":42,"eval_count":7}""";
    private static final String OLLAMA_CALL =
            """
            {"model":"stub","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"","tool_calls":\
            [{"function":{"name":"weather","arguments":{"city":"Zürich"}}}]},"done":true,"done_reason":"stop",\
            "prompt_eval_count":42,"eval_count":7}""";

    private final StubModelServer server = new StubModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void remote_answers(String provider, String path, StubReply streamed, StubReply whole) {
        server.then(streamed).then(whole);
        List<String> heard = new ArrayList<>();

        ChatResponse response = models(provider, path).remote().ask(request(), heard::add);

        assertThat(response.aiMessage().text()).isEqualTo("Grüße, 你好");
        assertThat(String.join("", heard)).isEqualTo("Grüße, 你好");
        assertThat(models(provider, path).chat().chat(request()).aiMessage().text())
                .isEqualTo("Grüße, 你好");
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(42);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(7);
        assertThat(server.received())
                .allSatisfy(request -> assertThat(request.body()).contains("\"weather\"", "What is the weather?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "gemini", "ollama"})
    void remote_noticesAtOnceThatAStreamEndedBeforeItsAnswer(String provider) {
        server.then(StubReply.status(200, "text/event-stream", "data: {}\n\n")).then(StubReply.reset());

        assertThatThrownBy(() -> models(provider, "").remote().ask(request(), piece -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("the model server at " + server.address());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void chat_asksForACall(String provider, String path, StubReply call) {
        server.then(call);

        ChatResponse response = models(provider, path).chat().chat(request());

        assertThat(response.aiMessage().toolExecutionRequests()).singleElement().satisfies(asked -> {
            assertThat(asked.name()).isEqualTo("weather");
            assertThat(asked.arguments().replaceAll("\\s", "")).isEqualTo("{\"city\":\"Zürich\"}");
        });
    }

    @Test
    void chat_namesTheOutputLimitAsTheServerKnowsIt() {
        ModelSettings official = ModelSettings.of("openai", "gpt", "https://api.openai.com/v1", "K");
        OpenAiChatRequestParameters there = (OpenAiChatRequestParameters)
                RemoteModels.models(official, Map.of("K", "key")).chat().defaultRequestParameters();
        OpenAiChatRequestParameters here =
                (OpenAiChatRequestParameters) models("openai", "/v1").chat().defaultRequestParameters();

        assertThat(there.maxCompletionTokens()).isEqualTo(2048);
        assertThat(there.maxOutputTokens()).isNull();
        assertThat(here.maxCompletionTokens()).isNull();
        assertThat(here.maxOutputTokens()).isEqualTo(2048);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "openai",
                        "/v1",
                        StubReply.stream(
                                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße, \"}}]}",
                                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"你好\"},\"finish_reason\":\"stop\"}]}",
                                "{\"choices\":[],\"usage\":{\"prompt_tokens\":42,\"completion_tokens\":7,\"total_tokens\":49}}",
                                "[DONE]"),
                        StubReply.text("Grüße, 你好")),
                Arguments.of(
                        "anthropic",
                        "/v1",
                        StubReply.status(200, "text/event-stream", ANTHROPIC_STREAM),
                        json(ANTHROPIC_TEXT)),
                Arguments.of("gemini", "", StubReply.stream(GEMINI_TEXT.replace("\n", "")), json(GEMINI_TEXT)),
                Arguments.of(
                        "ollama",
                        "",
                        StubReply.status(200, "application/x-ndjson", OLLAMA_TEXT + "\n"),
                        json(OLLAMA_TEXT)));
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(
                        "openai", "/v1", StubReply.calls(new StubReply.Call("c1", "weather", "{\"city\":\"Zürich\"}"))),
                Arguments.of("anthropic", "/v1", json(ANTHROPIC_CALL)),
                Arguments.of("gemini", "", json(GEMINI_CALL)),
                Arguments.of("ollama", "", json(OLLAMA_CALL)));
    }

    private Models models(String provider, String path) {
        return RemoteModels.models(ModelSettings.of(provider, "stub", server.address() + path, ""), Map.of());
    }

    private static StubReply json(String body) {
        return StubReply.status(200, "application/json", body);
    }

    private static ChatRequest request() {
        return ChatRequest.builder()
                .messages(UserMessage.from("What is the weather?"))
                .toolSpecifications(ToolSpecification.builder()
                        .name("weather")
                        .description("Tells the weather.")
                        .parameters(JsonObjectSchema.builder()
                                .addStringProperty("city")
                                .required("city")
                                .build())
                        .build())
                .build();
    }
}
