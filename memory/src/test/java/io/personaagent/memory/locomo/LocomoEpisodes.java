package io.personaagent.memory.locomo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Reads the LoCoMo conversations: one turn becomes one episode. */
public final class LocomoEpisodes {

    private static final Provenance IMPORTED =
            new Provenance(Origin.IMPORT, Trust.UNTRUSTED, Sensitivity.ORDINARY, Set.of());
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("h:mm a 'on' d MMMM, yyyy")
            .toFormatter(Locale.ENGLISH);

    /**
     * One conversation.
     *
     * @param name such as {@code conv-26}
     * @param episodes its turns as they were said
     * @param questions what is asked about it
     */
    public record Conversation(String name, List<Episode> episodes, List<Question> questions) {}

    /**
     * A question about a conversation.
     *
     * @param category 1 multi-hop, 2 temporal, 3 open, 4 single-hop, 5 adversarial
     * @param evidence the turns that hold the answer; empty where the data names none
     */
    public record Question(String text, String answer, int category, Set<EpisodeId> evidence) {}

    private LocomoEpisodes() {}

    /** Where the data lies for a module of this repository; it is not part of it and may be absent. */
    public static Path file() {
        return Path.of("..", "..", "shared", "data", "locomo", "locomo.json.gz");
    }

    /** All conversations of the file, which may be gzipped. */
    public static List<Conversation> read(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            List<Conversation> conversations = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(each -> conversations.add(conversation(each)));
            return conversations;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Conversation conversation(JsonNode sample) {
        JsonNode conversation = sample.path("conversation");
        List<Episode> episodes = new ArrayList<>();
        for (int session = 1; session <= conversation.size(); session++) {
            String name = "session_" + session;
            for (JsonNode turn : conversation.path(name)) {
                Instant start = date(conversation.path(name + "_date_time").asText());
                episodes.add(episode(turn, name, start.plusSeconds(episodes.size())));
            }
        }
        Set<EpisodeId> known = new TreeSet<>(episodes.stream().map(Episode::id).toList());
        List<Question> questions = new ArrayList<>();
        sample.path("qa").forEach(each -> questions.add(question(each, known)));
        return new Conversation(sample.path("sample_id").asText(), episodes, questions);
    }

    private static Episode episode(JsonNode turn, String session, Instant when) {
        String shared = turn.path("blip_caption").asText();
        String text = turn.path("text").asText() + (shared.isEmpty() ? "" : " [shared " + shared + "]");
        return new Episode(
                new EpisodeId(turn.path("dia_id").asText()),
                new Occasion(session, when, when),
                Exchange.said(turn.path("speaker").asText(), text),
                IMPORTED);
    }

    private static Question question(JsonNode question, Set<EpisodeId> known) {
        Set<EpisodeId> evidence = new TreeSet<>();
        for (JsonNode ids : question.path("evidence")) {
            for (String id : ids.asText().split("[; ]+", -1)) {
                if (!id.isEmpty()) {
                    evidence.add(new EpisodeId(id));
                }
            }
        }
        // Three references in the data name no turn that exists.
        evidence.retainAll(known);
        return new Question(
                question.path("question").asText(),
                question.path("answer").asText(),
                question.path("category").asInt(),
                evidence);
    }

    private static Instant date(String text) {
        return requireNonNull(LocalDateTime.parse(text, DATE)).toInstant(ZoneOffset.UTC);
    }
}
