package io.personaagent.memory.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.json.EpisodeBody;
import io.personaagent.memory.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One line of {@link #FILE}: an episode as it was appended, or feedback that came later. */
sealed interface LogLine {

    String FILE = "log.jsonl";

    <T> T fold(Function<Appended, T> appended, Function<Added, T> added);

    String toJson();

    /** An episode with the feedback that came with it. */
    record Appended(Episode episode) implements LogLine {
        @Override
        public <T> T fold(Function<Appended, T> appended, Function<Added, T> added) {
            return appended.apply(this);
        }

        @Override
        public String toJson() {
            return Json.object(json -> {
                json.writeStringField("entry", "episode");
                json.writeStringField("id", episode.id().value());
                json.writeStringField("session", episode.occasion().session());
                json.writeStringField("happened", episode.occasion().happened().toString());
                json.writeStringField("recorded", episode.occasion().recorded().toString());
                EpisodeBody.write(json, episode);
                json.writeArrayFieldStart("feedback");
                for (Feedback each : episode.feedback()) {
                    json.writeStartObject();
                    write(json, each);
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
        }
    }

    /** Feedback to an episode that stands before it. */
    record Added(EpisodeId episode, Feedback feedback) implements LogLine {
        @Override
        public <T> T fold(Function<Appended, T> appended, Function<Added, T> added) {
            return added.apply(this);
        }

        @Override
        public String toJson() {
            return Json.object(json -> {
                json.writeStringField("entry", "feedback");
                json.writeStringField("episode", episode.value());
                write(json, feedback);
            });
        }
    }

    private static void write(JsonGenerator json, Feedback feedback) throws IOException {
        json.writeStringField("verdict", feedback.verdict().name());
        json.writeStringField("text", feedback.text());
        json.writeStringField("given", feedback.given().toString());
    }

    static LogLine parse(String line) {
        JsonNode json = Json.read(line);
        return switch (Fields.text(json, "entry")) {
            case "episode" -> new Appended(episode(json));
            case "feedback" -> new Added(new EpisodeId(Fields.text(json, "episode")), feedback(json));
            default ->
                throw new IllegalArgumentException(
                        "entry is '%s'; expected episode or feedback".formatted(Fields.text(json, "entry")));
        };
    }

    private static Episode episode(JsonNode json) {
        List<Feedback> feedback = new ArrayList<>();
        Fields.list(json, "feedback").forEach(each -> feedback.add(feedback(each)));
        for (String field : List.of("speaker", "query", "reply", "origin", "trust", "sensitivity")) {
            Fields.text(json, field);
        }
        Fields.list(json, "actions");
        Fields.list(json, "tags");
        return new Episode(
                new EpisodeId(Fields.text(json, "id")),
                new Occasion(
                        Fields.text(json, "session"),
                        Instant.parse(Fields.text(json, "happened")),
                        Instant.parse(Fields.text(json, "recorded"))),
                EpisodeBody.exchange(json),
                EpisodeBody.provenance(json),
                feedback);
    }

    private static Feedback feedback(JsonNode json) {
        return new Feedback(
                Feedback.Verdict.valueOf(Fields.text(json, "verdict")),
                Fields.text(json, "text"),
                Instant.parse(Fields.text(json, "given")));
    }
}
