package io.personaagent.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryPromptTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<ChatMessage> asked = new ArrayList<>();
    private final ChatModel nonsense = new ChatModel() {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            asked.clear();
            asked.addAll(request.messages());
            return ChatResponse.builder().aiMessage(AiMessage.from("No JSON.")).build();
        }
    };

    private void reflect(Prompts prompts) {
        Lent lent = new Lent(
                Embedders.only(HashingEmbedder.embedder()),
                Optional.of(nonsense),
                Clock.fixed(NOON, ZoneOffset.UTC),
                Map.of(),
                Policy.USUAL);
        try (Memory memory =
                new Memory(new InMemoryStores().open(TestEpisodes.ADA), new LexicalProvider(prompts), lent)) {
            for (String said : List.of("I love hiking.", "I live in Paris.", "I moved to Berlin.")) {
                memory.retain(new Episode(
                        new EpisodeId("e" + said.length()),
                        new Occasion("s", NOON, NOON),
                        new Exchange("", said, List.of(), ""),
                        Provenance.CHAT));
            }
            memory.reflect(new Budget(Duration.ofHours(1), 5, 100_000));
        }
    }

    /** Accept a change of the prompts with {@code -Dprompts.write=true}. */
    @Test
    void reflect_asksInTheWordsOfThePrompts() throws IOException {
        reflect(Prompts.SHIPPED);

        if (Boolean.getBoolean("prompts.write")) {
            Path golden = Path.of("src/test/resources/io/personaagent/memory/profile/golden.txt");
            Files.createDirectories(golden.toAbsolutePath().getParent());
            Files.writeString(golden, told());
        }
        try (InputStream resource = getClass().getResourceAsStream("golden.txt")) {
            assertThat(resource).isNotNull();
            assertThat(told()).isEqualTo(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void reflect_asksInThePersonsOwnWords() throws IOException {
        Files.writeString(folder.resolve("profile-summary.txt"), "Be brief.\n---\nLines:\n{{lines}}\n");

        reflect(new Prompts(folder));

        assertThat(told()).startsWith("[system]\nBe brief.\n\n[user]\nLines:\nl1: ");
    }

    private String told() {
        return asked.stream().map(SummaryPromptTest::text).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String text(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return "[system]\n" + system.text();
        }
        return message instanceof UserMessage user
                ? "[user]\n" + user.singleText()
                : "[assistant]\n" + ((AiMessage) message).text();
    }
}
