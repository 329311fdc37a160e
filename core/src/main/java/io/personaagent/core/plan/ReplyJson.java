package io.personaagent.core.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.personaagent.core.model.Answer;

/** What a model said, and why it stopped, as JSON. */
final class ReplyJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplyJson() {}

    /** With who said it and, where that was not who was asked first, why. */
    static String of(Answer answer) {
        ObjectNode node = node(answer.response());
        node.put("by", answer.usage().model());
        if (!answer.detours().isEmpty()) {
            answer.detours().forEach(node.putArray("since")::add);
        }
        return node.toString();
    }

    static String of(ChatResponse response) {
        return node(response).toString();
    }

    private static ObjectNode node(ChatResponse response) {
        ObjectNode node = JSON.createObjectNode();
        if (response.finishReason() != null) {
            node.put("finish", response.finishReason().name());
        }
        node.set("message", read(ChatMessageSerializer.messageToJson(response.aiMessage())));
        return node;
    }

    static ChatResponse response(String json) {
        JsonNode node = read(json);
        ChatResponse.Builder response = ChatResponse.builder().aiMessage((AiMessage)
                ChatMessageDeserializer.messageFromJson(node.path("message").toString()));
        if (node.has("finish")) {
            response.finishReason(FinishReason.valueOf(node.path("finish").asText()));
        }
        return response.build();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("this is no reply: " + damaged.getOriginalMessage(), damaged);
        }
    }
}
