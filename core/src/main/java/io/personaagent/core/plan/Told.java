package io.personaagent.core.plan;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.personaagent.memory.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A short checksum of each part of what a model is told, so that it can be said which part is another one than it was. */
final class Told {

    private static final int LENGTH = 16;

    private Told() {}

    static Map<String, String> parts(ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("persona", sum(ChatMessageSerializer.messagesToJson(of(messages, true))));
        parts.put("tools", sum(String.valueOf(request.toolSpecifications())));
        parts.put("messages", sum(ChatMessageSerializer.messagesToJson(of(messages, false))));
        return parts;
    }

    private static List<ChatMessage> of(List<ChatMessage> messages, boolean system) {
        return messages.stream()
                .filter(message -> message instanceof SystemMessage == system)
                .toList();
    }

    private static String sum(String text) {
        return Sha256.hex(text).substring(0, LENGTH);
    }
}
