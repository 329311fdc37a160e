package io.personaagent.bench;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The same conversation by LangChain4j's AiServices. */
final class LoopPeer implements AutoCloseable {

    /** Twelve turns of four messages, as many turns as PersonaAgent shows a planner. */
    private static final int MESSAGES = 48;

    private final Talk talk = new Talk(5);
    private final AutoCloseable store;
    private final Assistant assistant;
    private int turns;

    /** What AiServices implements. */
    interface Assistant {
        String chat(String message);
    }

    private LoopPeer(Scripted model, ChatMemoryStore memory, AutoCloseable store) {
        this.store = store;
        this.assistant = AiServices.builder(Assistant.class)
                .chatModel(model)
                .systemMessage("You are a helpful assistant.")
                .tools(new Converting())
                .chatMemory(MessageWindowChatMemory.builder()
                        .id("ada")
                        .maxMessages(MESSAGES)
                        .chatMemoryStore(memory)
                        .build())
                .build();
    }

    /** Keeps nothing beyond the process. */
    static LoopPeer inMemory(Scripted model) {
        return new LoopPeer(model, new InMemoryChatMemoryStore(), () -> {});
    }

    /** Commits whenever AiServices wants something kept, with the same database and the same promise. */
    static LoopPeer durable(Scripted model, Path folder) throws SQLException {
        SqliteMessages messages = new SqliteMessages(folder.resolve("messages.db"));
        return new LoopPeer(model, messages, messages);
    }

    String turn() {
        return assistant.chat(talk.question(turns++ % 400));
    }

    @Override
    public void close() throws SQLException {
        try {
            store.close();
        } catch (SQLException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The whole window is one row, as its interface gives it. */
    private static final class SqliteMessages implements ChatMemoryStore, AutoCloseable {

        private final Connection connection;
        private final PreparedStatement write;
        private final PreparedStatement read;

        SqliteMessages(Path file) throws SQLException {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("PRAGMA journal_mode = WAL");
                statement.executeUpdate("PRAGMA synchronous = FULL");
                statement.executeUpdate("CREATE TABLE memory (id TEXT PRIMARY KEY, messages TEXT NOT NULL)");
            }
            write = connection.prepareStatement("INSERT INTO memory (id, messages) VALUES (?, ?) "
                    + "ON CONFLICT (id) DO UPDATE SET messages = excluded.messages");
            read = connection.prepareStatement("SELECT messages FROM memory WHERE id = ?");
        }

        @Override
        public List<ChatMessage> getMessages(Object id) {
            try {
                read.setString(1, id.toString());
                try (ResultSet row = read.executeQuery()) {
                    return row.next() ? ChatMessageDeserializer.messagesFromJson(row.getString(1)) : List.of();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void updateMessages(Object id, List<ChatMessage> messages) {
            try {
                write.setString(1, id.toString());
                write.setString(2, ChatMessageSerializer.messagesToJson(messages));
                write.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void deleteMessages(Object id) {
            updateMessages(id, List.of());
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
